// The pages in JSX, for React, Preact and Solid. `build.mjs` writes attributes as React has them.

const Tags = ({ tags }) => <ul class="tags">{tags.map((tag) => <li key={tag}>{tag}</li>)}</ul>;

const Meta = ({ author, date }) => (
  <div class="meta"><span>{author}</span><time datetime={date}>{date}</time></div>
);

const Price = ({ price }) => <span class="price">{price.toFixed(2)}</span>;

const Rating = ({ rating }) => <span class="rating" title={`${rating} of 5`}>{rating}</span>;

const Card = ({ result }) => (
  <article class="result" id={`r${result.number}`}>
    <h3><a class="title" href={result.url}>{result.title}</a></h3>
    <cite>{result.url}</cite>
    <p class="snippet">{result.snippet}</p>
    <Tags tags={result.tags} />
    <Meta author={result.author} date={result.date} />
    <Price price={result.price} />
    <Rating rating={result.rating} />
  </article>
);

export const search = ({ data }) => (
  <main>
    <header><h1>Results</h1><input name="q" type="search" value="signal & render" /></header>
    <section class="results">{data.map((result) => <Card key={result.number} result={result} />)}</section>
  </main>
);

export const table = ({ data }) => (
  <table class="table"><tbody>
    {data.map((row, index) => <tr key={index}>{row.map((cell, place) => <td key={place}>{cell}</td>)}</tr>)}
  </tbody></table>
);

const Badge = ({ text }) => <div class="badge">{text}</div>;

export const components = ({ data }) => (
  <section>{data.map((text, index) => <Badge key={index} text={text} />)}</section>
);

const Branch = ({ texts, index }) =>
  index === texts.length ? <p>leaf</p> : <div class="level">{texts[index]}<Branch texts={texts} index={index + 1} /></div>;

export const deep = ({ data }) => <section><Branch texts={data} index={0} /></section>;

const Field = ({ name, number, on }) => (
  <div class={on ? "field on" : "field"}>
    <label class="label" data-number={number} for={`f${number}`} title={name}>{name}</label>
    <input disabled={!on} id={`f${number}`} maxlength={80} name={name} required={on} tabindex={0} type="text"
      value={name} />
    <button aria-label={name} aria-pressed={on ? "true" : "false"} data-target={`f${number}`} title="clear" type="button">
      x
    </button>
    <img alt={name} height="16" loading="lazy" src={`/i/${number}.png`} width="16" />
    <a href={`/help?field=${number}&name=x`} rel="help" target="_blank">?</a>
  </div>
);

export const attributes = ({ data }) => (
  <section>{data.map((name, number) => <Field key={number} name={name} number={number} on={number % 2 === 0} />)}</section>
);

export const text = ({ data }) => (
  <section><h2>Text</h2>{data.map((paragraph, index) => <p key={index}>{paragraph}</p>)}</section>
);
