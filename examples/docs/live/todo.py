"""A list of rows that come and go."""

from pyui import Child, Event, For, Show, Signal, component, computed, signal
from pyui.html import button, div, form, input, label, li, p, span, ul


class Task:
    def __init__(self, text: str) -> None:
        self.text = text
        self.done = signal(value=False)


@component
def Todo() -> Child:
    tasks = signal([Task("Read this page"), Task("Write a component")])
    draft = signal("")
    left = computed(lambda: sum(not task.done() for task in tasks()))

    def add(event: Event) -> None:
        event.prevent_default()
        if draft().strip():
            tasks.update(lambda before: [*before, Task(draft().strip())])
            draft.set("")

    return div(
        form(input(bind_value=draft, aria_label="A new task"), button("Add", type="submit"), on_submit=add),
        ul(For(tasks, lambda task: Row(task, tasks))),
        Show(left, p(left, " left"), fallback=p("All done.")),
    )


@component
def Row(task: Task, tasks: Signal[list[Task]]) -> Child:
    def remove() -> None:
        tasks.update(lambda before: [other for other in before if other is not task])

    return li(
        label(input(type="checkbox", bind_checked=task.done), span(task.text), class_={"done": task.done}),
        button("Remove", type="button", aria_label=f"Remove {task.text}", on_click=remove),
    )
