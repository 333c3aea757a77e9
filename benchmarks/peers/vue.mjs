// The pages in Vue, one single-file component for each name.

const component = (props, template, imports = []) => `<script setup>
${imports.map((name) => `import ${name} from "./${name}.js";`).join("\n")}
defineProps(${JSON.stringify(props)});
</script>
<template>${template}</template>`;

export default {
  Tags: component(["tags"], `<ul class="tags"><li v-for="tag in tags">{{ tag }}</li></ul>`),

  Meta: component(
    ["author", "date"],
    `<div class="meta"><span>{{ author }}</span><time :datetime="date">{{ date }}</time></div>`,
  ),

  Price: component(["price"], `<span class="price">{{ price.toFixed(2) }}</span>`),

  Rating: component(["rating"], `<span class="rating" :title="rating + ' of 5'">{{ rating }}</span>`),

  Card: component(
    ["result"],
    `<article class="result" :id="'r' + result.number">
<h3><a class="title" :href="result.url">{{ result.title }}</a></h3><cite>{{ result.url }}</cite>
<p class="snippet">{{ result.snippet }}</p><Tags :tags="result.tags" /><Meta :author="result.author" :date="result.date" />
<Price :price="result.price" /><Rating :rating="result.rating" /></article>`,
    ["Tags", "Meta", "Price", "Rating"],
  ),

  search: component(
    ["data"],
    `<main><header><h1>Results</h1><input name="q" type="search" value="signal &amp; render"></header>
<section class="results"><Card v-for="result in data" :result="result" /></section></main>`,
    ["Card"],
  ),

  table: component(
    ["data"],
    `<table class="table"><tbody><tr v-for="row in data"><td v-for="cell in row">{{ cell }}</td></tr></tbody></table>`,
  ),

  Badge: component(["text"], `<div class="badge">{{ text }}</div>`),

  components: component(["data"], `<section><Badge v-for="text in data" :text="text" /></section>`, ["Badge"]),

  Branch: component(
    ["texts", "index"],
    `<p v-if="index === texts.length">leaf</p>
<div v-else class="level">{{ texts[index] }}<Branch :texts="texts" :index="index + 1" /></div>`,
    ["Branch"],
  ),

  deep: component(["data"], `<section><Branch :texts="data" :index="0" /></section>`, ["Branch"]),

  Field: component(
    ["name", "number", "on"],
    `<div :class="on ? 'field on' : 'field'">
<label class="label" :data-number="number" :for="'f' + number" :title="name">{{ name }}</label>
<input :disabled="!on" :id="'f' + number" :maxlength="80" :name="name" :required="on" :tabindex="0" type="text" :value="name">
<button :aria-label="name" :aria-pressed="on" :data-target="'f' + number" title="clear" type="button">x</button>
<img :alt="name" height="16" loading="lazy" :src="'/i/' + number + '.png'" width="16">
<a :href="'/help?field=' + number + '&amp;name=x'" rel="help" target="_blank">?</a></div>`,
  ),

  attributes: component(
    ["data"],
    `<section><Field v-for="(name, number) in data" :name="name" :number="number" :on="number % 2 === 0" /></section>`,
    ["Field"],
  ),

  text: component(
    ["data"],
    `<section><h2>Text</h2><p v-for="paragraph in data">{{ paragraph }}</p></section>`,
  ),
};
