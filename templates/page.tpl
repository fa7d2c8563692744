{{%AUTOESCAPE context="HTML"}}
<!doctype html>
<html lang="zh-CN" id="large">
<head>
<meta charset="utf-8">
{{#FIXED_BASE}}<base href="{{FIXED_BASE}}">
{{/FIXED_BASE}}<title>{{TITLE}}{{#INNER}}－{{SITE_NAME}}{{/INNER}}{{#DEMO}}（演示数据）{{/DEMO}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
{{#DESCRIPTION}}<meta name="description" content="{{DESCRIPTION}}">
{{/DESCRIPTION}}{{#UNLISTED}}<meta name="robots" content="noindex">
{{/UNLISTED}}<meta name="SiteName" content="{{SITE_NAME}}">
{{#SITE_DOMAIN}}<meta name="SiteDomain" content="{{SITE_DOMAIN}}">
{{/SITE_DOMAIN}}{{#SITE_ID_CODE}}<meta name="SiteIDCode" content="{{SITE_ID_CODE}}">
{{/SITE_ID_CODE}}<meta name="ColumnName" content="{{COLUMN_NAME}}">
<meta name="ColumnType" content="信息公开">
{{#DESCRIBED}}<meta name="ColumnDescription" content="{{COLUMN_DESCRIPTION}}">
<meta name="ColumnKeywords" content="{{KEYWORDS}}">
<meta name="keywords" content="{{KEYWORDS}}">
{{#AUTHOR}}<meta name="Author" content="{{AUTHOR}}">
{{/AUTHOR}}{{/DESCRIBED}}{{#ARTICLE}}<meta name="ArticleTitle" content="{{TITLE}}">
{{#PUB_DATE}}<meta name="PubDate" content="{{PUB_DATE}}">
{{/PUB_DATE}}{{#SOURCE}}<meta name="ContentSource" content="{{SOURCE}}">
{{/SOURCE}}{{/ARTICLE}}{{#CANONICAL}}<link rel="canonical" href="{{CANONICAL}}">
{{/CANONICAL}}<link rel="stylesheet" href="{{STYLE}}">
<link rel="icon" type="image/svg+xml" href="{{ICON}}">
{{#JSON_HREF}}<link rel="alternate" type="application/json" title="本页数据" href="{{JSON_HREF}}">
{{/JSON_HREF}}{{#FEED}}<link rel="alternate" type="application/atom+xml" title="最新公开" href="{{ROOT}}feed.xml">
{{/FEED}}{{#ALTERNATE}}<link rel="alternate" type="{{ALTERNATE_TYPE}}" title="{{ALTERNATE_TITLE}}" href="{{ALTERNATE_HREF}}">
{{/ALTERNATE}}<script src="{{SCRIPT}}" defer></script>
</head>
<body id="normal"{{#OFFICIAL_DOCUMENT}} class="official"{{/OFFICIAL_DOCUMENT}}>
<a class="skip" href="#main">跳到正文</a>
{{#DEMO}}<aside class="banner" aria-label="演示数据"><strong>演示数据</strong>：本站的区县、单位、企业、检查和结果均为虚构，只用来展示网站怎么用。</aside>
{{/DEMO}}{{#PREVIEW}}<aside class="banner" aria-label="预览"><strong>预览</strong>：含有尚未发布的内容，只供经办人核对，请勿转发。</aside>
{{/PREVIEW}}<header class="top">
<p class="name"><a href="{{ROOT}}">{{SITE_NAME}}</a></p>
<nav aria-label="主要栏目"><ul>
<li><a href="{{ROOT}}plans/"{{#IN_plans}} aria-current="true"{{/IN_plans}}>计划</a></li>
<li><a href="{{ROOT}}draws/"{{#IN_draws}} aria-current="true"{{/IN_draws}}>抽取</a></li>
<li><a href="{{ROOT}}results/"{{#IN_results}} aria-current="true"{{/IN_results}}>结果</a></li>
<li><a href="{{ROOT}}rules/"{{#IN_rules}} aria-current="true"{{/IN_rules}}>规则与进度</a></li>
<li><a href="{{ROOT}}verify/"{{#IN_verify}} aria-current="true"{{/IN_verify}}>核验</a></li>
</ul></nav>
{{>BOX}}
<p class="size"><a class="to-large" href="#large">长辈版</a><a class="to-normal" href="#normal">标准版</a></p>
</header>
{{#INNER}}<nav class="crumbs" aria-label="当前位置"><span>当前位置：</span><ol>
<li><a href="{{ROOT}}">首页</a></li>
{{#CRUMB}}<li><a href="{{CRUMB_HREF}}">{{CRUMB_TEXT}}</a></li>
{{/CRUMB}}<li aria-current="page">{{TITLE}}</li>
</ol></nav>
{{/INNER}}<main id="main" tabindex="-1">
{{>BODY}}
</main>
<footer class="bottom">
<p class="print-only">{{#CANONICAL}}本页网址：{{CANONICAL}}{{/CANONICAL}}</p>
{{>QR}}<p>{{#DATED}}本页数据日期：<time datetime="{{DATA_DATE}}">{{DATA_DATE_WORDS}}</time>。{{/DATED}}{{#DIGEST}}本页数据：<a href="{{TWIN_HREF}}">JSON</a>，SHA-256 指纹 <code title="{{DIGEST_FULL}}">{{DIGEST_SHORT}}</code>。{{/DIGEST}}全站数据日期、覆盖范围和批量下载见<a href="{{ROOT}}data/">数据</a>。</p>
<ul class="links">
<li><a href="{{ROOT}}contact/">纠错与咨询</a></li>
<li><a href="{{ROOT}}guides/">使用指南</a></li>
<li><a href="{{ROOT}}data/">数据下载</a></li>
<li><a href="{{ROOT}}changes/">公开日志</a></li>
<li><a href="{{ROOT}}feed.xml">订阅更新（Atom）</a></li>
<li><a href="{{ROOT}}site-map/">网站地图</a></li>
</ul>
<p>{{#PUBLISHER}}主办单位：{{PUBLISHER}}。{{/PUBLISHER}}{{#OPERATED_BY}}承办单位：{{OPERATED_BY}}。{{/OPERATED_BY}}{{#ADDRESS}}地址：{{ADDRESS}}。{{/ADDRESS}}{{#PHONE}}电话：{{PHONE}}。{{/PHONE}}{{#EMAIL}}邮箱：{{EMAIL}}。{{/EMAIL}}{{#ID_CODE}}网站标识码：{{ID_CODE}}。{{/ID_CODE}}{{#ICP}}{{ICP}}。{{/ICP}}{{#POLICE_RECORD}}{{POLICE_RECORD}}。{{/POLICE_RECORD}}{{#ERROR_REPORT}}<a href="{{ERROR_REPORT}}" rel="external">政府网站找错</a>。{{/ERROR_REPORT}}</p>
</footer>
</body>
</html>
