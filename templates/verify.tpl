{{%AUTOESCAPE context="HTML"}}
<h1>{{TITLE}}</h1>
<p class="lead">任何人都可以把一次抽取重新算一遍：名录有没有改过，随机数是不是真的，抽中的是不是就是这些。计算在你自己的设备上进行，选择的文件不会上传。</p>
{{#NO_CHECKER}}<p class="notice">本站没有带上浏览器里的核验程序，不能在这个页面上直接核验。请用下面的<a href="#offline">离线办法</a>，结论是一样的。</p>
{{/NO_CHECKER}}{{#CHECKER}}<p class="notice" id="without">在浏览器里核验需要 JavaScript。没有它也能核验，见下面的<a href="#offline">离线办法</a>，结论是一样的。</p>
<div id="verify" hidden data-checker="{{CHECKER}}" data-draws="draws.json" data-root="{{ROOT}}">
<div id="progress" hidden>
<p id="doing" role="status"></p>
<p class="fields"><progress id="bar" aria-labelledby="doing"></progress> <button class="button" type="button" id="stop">停止</button></p>
</div>
<section id="result" hidden tabindex="-1" aria-labelledby="outcome"><h2 id="outcome">结论</h2>
<p class="verdict" role="status"><strong id="verdict"></strong> <span id="sentence"></span></p>
<p class="quiet" id="subject"></p>
<div id="details">
<ul class="checks" id="checks"></ul>
<details><summary>抽取编号和给程序看的结果</summary>
<p>抽取编号：<code class="long-code" id="number"></code></p>
<pre id="json"></pre>
</details></div></section>
<form id="choose" hidden>
<h2>选本站的一次抽取</h2>
<p class="fields"><label for="draw">抽取</label> <select id="draw"></select> <button class="button" type="submit">核验这次抽取</button></p>
</form>
<section aria-labelledby="own"><h2 id="own">核验自己手里的文件</h2>
<div class="drop" id="drop">
<p>把核验包的文件夹或其中全部文件拖到这里，也可以：</p>
<p class="fields"><label for="files">选择文件</label> <input type="file" id="files" multiple> <label for="folder">或者选择文件夹</label> <input type="file" id="folder" multiple></p>
<p class="quiet">核验包里必须有 announcement.json。检查时收到的凭条，请把 slip.json 和 record.json 一起选上。</p>
</div>
<details><summary>补充材料（没有也能核验，有了能多核对几项）</summary>
<p class="fields"><label for="seen">你自己的记录：什么时候（北京时间）已经见到这个抽取编号</label> <input type="datetime-local" id="seen" step="1"></p>
<p class="fields"><label for="round">从别处取得的同一轮随机数（drand 的 JSON 文件）</label> <input type="file" id="round" accept=".json,application/json"></p>
<p class="fields"><label for="series">机关的抽取清单（JSON 文件；选本站的抽取时自动带上）</label> <input type="file" id="series" accept=".json,application/json"></p>
</details></section>
</div>
<script src="{{VERIFY_SCRIPT}}" defer></script>
{{/CHECKER}}<section aria-labelledby="verdicts"><h2 id="verdicts">三种结论</h2>
<ul>
<li><strong class="state good">已核验</strong>：十三项核对全部通过。</li>
<li><strong class="state open">没有全部核对</strong>：核对过的都通过，还有几项没有核对。名单没有公开、按信用风险分层而不公开名录、没有提供自己的记录，都会这样，每一项都写明原因。</li>
<li><strong class="state bad">不一致</strong>：至少有一项对不上，并写明是哪一项。请先不要采信，并<a href="{{ROOT}}contact/">向主办单位询问</a>。</li>
</ul></section>
<div class="two">
<section aria-labelledby="shows"><h2 id="shows">这说明什么</h2>
<ul>
<li>名录、应抽数和各方的秘密数在随机数产生之前已经锁定，之后没有改动。</li>
<li>随机数来自公共随机源（drand quicknet），不是抽取机关定的。</li>
<li>按公开的算法重新计算，抽中的对象和检查人员与公开的一样。</li>
</ul></section>
<section aria-labelledby="shows-not"><h2 id="shows-not">这不能说明什么</h2>
<ul>
<li>名录是否齐全：锁定之前就没有列入的，这里看不出来。</li>
<li>检查人员的代号对应谁：要看他出示的证件。</li>
<li>检查是否认真、处理是否恰当。</li>
</ul></section>
</div>
<section aria-labelledby="offline"><h2 id="offline">不用浏览器，离线核验</h2>
<p>从抽取的页面下载全部文件，放进同一个文件夹（下面叫“核验包”），断开网络，任选一个程序。三个程序由不同的代码写成，结论应当一样；只有 verify.mjs 和浏览器能核对随机数的签名，另外两个要用 <code>--beacon</code> 给出同一轮随机数。</p>
<pre>gongshi draw verify 核验包
python3 verify.py 核验包
node verify.mjs 核验包</pre>
<ul class="sets">
{{#PROGRAM}}<li><a href="{{PROGRAM_NAME}}" download>{{PROGRAM_NAME}}</a>（{{PROGRAM_NEEDS}}，约 {{PROGRAM_SIZE}}），SHA-256 指纹 <code class="long-code">{{PROGRAM_DIGEST}}</code></li>
{{/PROGRAM}}{{#NO_NODE}}<li>本站没有带上 verify.mjs。</li>
{{/NO_NODE}}{{#NO_PYTHON}}<li>本站没有带上 verify.py。</li>
{{/NO_PYTHON}}<li>gongshi 是生成本站的程序</li>
</ul>
<p>凭条：<code>gongshi draw slip verify slip.json</code>（record.json 放在它旁边），另外两个程序把前面换成 <code>python3 verify.py slip</code> 或 <code>node verify.mjs slip</code>。</p>
<p>加上 <code>--seen 时间</code>（你自己记下编号的时间，写作 2026-11-01T09:00:00+08:00）、<code>--beacon 文件</code>（同一轮随机数）、<code>--series 文件</code>（机关的抽取清单）能多核对几项。退出码：0 全部通过，1 有不一致，2 文件不能读，3 没有全部核对。</p>
</section>
