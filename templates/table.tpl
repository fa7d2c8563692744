{{%AUTOESCAPE context="HTML"}}
<div class="table{{#SCROLLING}} scrolling{{/SCROLLING}}"{{#SCROLLING}} role="region" tabindex="0" aria-label="{{CAPTION}}"{{/SCROLLING}}>
<table role="table">
<caption>{{CAPTION}}</caption>
<thead role="rowgroup"><tr role="row">{{#COLUMN}}<th role="columnheader" scope="col"{{#COLUMN_STYLE}} class="{{COLUMN_STYLE}}"{{/COLUMN_STYLE}}>{{COLUMN_LABEL}}</th>{{/COLUMN}}</tr></thead>
<tbody role="rowgroup">
{{#ROW}}<tr role="row"{{#ROW_ID}} id="{{ROW_ID}}"{{/ROW_ID}}>{{#CELL}}<td role="cell" data-label="{{LABEL}}"{{#STYLE}} class="{{STYLE}}"{{/STYLE}}>{{#TEXT}}<bdi>{{VALUE}}</bdi>{{/TEXT}}{{#LINK}}<a href="{{HREF}}"><bdi>{{VALUE}}</bdi></a>{{/LINK}}{{#CODE}}<code class="code"><span>{{CODE_1}}</span>{{#CODE_2}}<span>{{CODE_2}}</span>{{/CODE_2}}{{#CODE_3}}<span>{{CODE_3}}</span>{{/CODE_3}}{{#CODE_4}}<span>{{CODE_4}}</span>{{/CODE_4}}</code>{{/CODE}}{{#DATE}}<time datetime="{{VALUE}}">{{VALUE}}</time>{{/DATE}}{{#STATE}}<span class="state {{STATE_STYLE}}"><span class="mark" aria-hidden="true">{{MARK}}</span><bdi>{{STATE}}</bdi></span>{{/STATE}}{{#CHANGE}}{{#BEFORE}}<del><bdi>{{BEFORE}}</bdi></del>{{/BEFORE}}{{#NOTHING_BEFORE}}<span class="quiet">（原为空）</span>{{/NOTHING_BEFORE}}<span class="arrow">→</span>{{#AFTER}}<ins><bdi>{{AFTER}}</bdi></ins>{{/AFTER}}{{#NOTHING_AFTER}}<span class="quiet">（已删去）</span>{{/NOTHING_AFTER}}{{/CHANGE}}{{#ALSO_CODE}}<span class="also"><code class="code"><span>{{CODE_1}}</span>{{#CODE_2}}<span>{{CODE_2}}</span>{{/CODE_2}}{{#CODE_3}}<span>{{CODE_3}}</span>{{/CODE_3}}{{#CODE_4}}<span>{{CODE_4}}</span>{{/CODE_4}}</code></span>{{/ALSO_CODE}}{{#ALSO_STATE}}<span class="also"><span class="state {{STATE_STYLE}}"><span class="mark" aria-hidden="true">{{MARK}}</span><bdi>{{STATE}}</bdi></span></span>{{/ALSO_STATE}}{{#ALSO_LINK}}<span class="also"><a href="{{HREF}}">{{VALUE}}</a></span>{{/ALSO_LINK}}{{#ALSO}}<span class="also"><bdi>{{VALUE}}</bdi></span>{{/ALSO}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody>
</table>
</div>
