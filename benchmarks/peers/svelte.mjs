// The pages in Svelte, one component for each name.

export default {
  Tags: `<script>let { tags } = $props();</script>
<ul class="tags">{#each tags as tag}<li>{tag}</li>{/each}</ul>`,

  Meta: `<script>let { author, date } = $props();</script>
<div class="meta"><span>{author}</span><time datetime={date}>{date}</time></div>`,

  Price: `<script>let { price } = $props();</script>
<span class="price">{price.toFixed(2)}</span>`,

  Rating: `<script>let { rating } = $props();</script>
<span class="rating" title="{rating} of 5">{rating}</span>`,

  Card: `<script>
import Tags from "./Tags.js";
import Meta from "./Meta.js";
import Price from "./Price.js";
import Rating from "./Rating.js";
let { result } = $props();
</script>
<article class="result" id="r{result.number}"><h3><a class="title" href={result.url}>{result.title}</a></h3>
<cite>{result.url}</cite><p class="snippet">{result.snippet}</p><Tags tags={result.tags} />
<Meta author={result.author} date={result.date} /><Price price={result.price} /><Rating rating={result.rating} /></article>`,

  search: `<script>import Card from "./Card.js"; let { data } = $props();</script>
<main><header><h1>Results</h1><input name="q" type="search" value="signal & render"></header>
<section class="results">{#each data as result}<Card {result} />{/each}</section></main>`,

  table: `<script>let { data } = $props();</script>
<table class="table"><tbody>{#each data as row}<tr>{#each row as cell}<td>{cell}</td>{/each}</tr>{/each}</tbody></table>`,

  Badge: `<script>let { text } = $props();</script><div class="badge">{text}</div>`,

  components: `<script>import Badge from "./Badge.js"; let { data } = $props();</script>
<section>{#each data as text}<Badge {text} />{/each}</section>`,

  Branch: `<script>import Branch from "./Branch.js"; let { texts, index } = $props();</script>
{#if index === texts.length}<p>leaf</p>{:else}<div class="level">{texts[index]}<Branch {texts} index={index + 1} /></div>{/if}`,

  deep: `<script>import Branch from "./Branch.js"; let { data } = $props();</script>
<section><Branch texts={data} index={0} /></section>`,

  Field: `<script>let { name, number, on } = $props();</script>
<div class={on ? "field on" : "field"}>
<label class="label" data-number={number} for="f{number}" title={name}>{name}</label>
<input disabled={!on} id="f{number}" maxlength={80} {name} required={on} tabindex={0} type="text" value={name}>
<button aria-label={name} aria-pressed={on} data-target="f{number}" title="clear" type="button">x</button>
<img alt={name} height="16" loading="lazy" src="/i/{number}.png" width="16">
<a href="/help?field={number}&name=x" rel="help" target="_blank">?</a></div>`,

  attributes: `<script>import Field from "./Field.js"; let { data } = $props();</script>
<section>{#each data as name, number}<Field {name} {number} on={number % 2 === 0} />{/each}</section>`,

  text: `<script>let { data } = $props();</script>
<section><h2>Text</h2>{#each data as paragraph}<p>{paragraph}</p>{/each}</section>`,
};
