using Madoguchi.Procedures.Lint;

namespace Procedures.Tests.Lint;

/// <summary>Small mutations of good files: each is found at its place by its rule.</summary>
public sealed class SeededFaultTests
{
    private const string J = "jido-teate-nintei";
    private const string D = "doro-senyo";
    private const string K = "kosodate-koza";
    private const string R = "risai-shomei";
    private const string Words = """{"ja": "JA", "en": "Text", "ja-easy": "ぶん"}""";

    public static TheoryData<string> Slugs => [.. LibraryFiles.Slugs];

    [Theory, MemberData(nameof(Slugs))]
    public void A_file_of_the_library_has_no_fault(string slug) =>
        Assert.DoesNotContain(Judged.Of(slug, LibraryFiles.Text(slug)), f => f.Severity == Severity.Fault);

    [Theory]
    // 構造
    [InlineData(J, "slug", "\"other\"", "$.slug", "structure")]
    [InlineData(J, "colour", "1", "$.colour", "structure")]
    [InlineData(J, "title", "~", "$.title", "structure")]
    [InlineData(J, "nature", "\"wish\"", "$.nature", "structure")]
    [InlineData(J, "keywords.0", "\"<script>\"", "$.keywords[0]", "structure")]
    [InlineData(J, "keywords.0", "\"a\\u0007\"", "$.keywords[0]", "structure")]
    [InlineData(J, "keywords.0", "\"a\\u202eb\"", "$.keywords[0]", "structure")]
    [InlineData(J, "title.ja", "\"=SUM(A1)\"", "$.title", "structure")]
    [InlineData(J, "fee.amount", "300", "$.fee", "structure")]
    [InlineData(J, "opens", "\"2026-04-01\"", "$.opens", "structure")]
    [InlineData(J, "limits", "{}", "$.limits", "structure")]
    [InlineData(J, "exportLayout", "[\"nowhere\"]", "$.exportLayout[0]", "structure")]
    [InlineData(J, "dispositions.grant.notice", "\"nowhere\"", "$", "structure")]
    [InlineData(J, "form.pages.0.questions.0.visibleWhen", "{\"eq\": [\"$isCivilServant\", true]}", "$.form", "structure")]
    [InlineData(J, "form.pages.0.exits.0.when", "{\"eq\": [\"$residence\", \"moon\"]}", "$.form.pages[0].exits[0].when.eq", "structure")]
    [InlineData(J, "form.computed.1.value", "{\"divide\": [1, 3]}", "$.form.computed[1].value.divide", "structure")]
    [InlineData(J, "example.eventDate", "\"@+40d\"", "$.example.eventDate", "example-answers")]
    [InlineData(J, "afterwards", "{\"someday\": {\"text\": \"文\"}}", "$.afterwards.someday", "structure")]
    [InlineData(J, "afterwards", "{\"completed\": {\"text\": " + Words + "}}", "$", "structure")]
    [InlineData(J, "afterwards", "{\"grant\": {\"text\": \"文\"}}", "$.afterwards.grant.text", "words-translation")]
    [InlineData(J, "afterwards", "{\"grant\": {\"steps\": [{\"text\": " + Words + ", \"url\": \"javascript:alert(1)\"}]}}", "$.afterwards.grant.steps[0].url", "access-url")]
    [InlineData(J, "afterwards", "{\"deny\": {\"text\": {\"ja\": \"おめでとうございます。\", \"en\": \"Well\", \"ja-easy\": \"ぶん\"}}}", "$.afterwards.deny.text", "part-afterwards")]
    // 法
    [InlineData(J, "appeal", "{\"kind\": \"none\", \"reason\": \"なし\"}", "$.appeal", "law-appeal")]
    [InlineData(J, "appeal.kind", "\"A\"", "$.appeal.kind", "law-appeal-kind")]
    [InlineData(D, "appeal.kind", "\"B\"", "$.appeal.kind", "law-appeal-kind")]
    [InlineData(J, "affair", "\"none\"", "$.affair", "law-affair")]
    [InlineData(J, "period.days", "0", "$.period.days", "law-period")]
    [InlineData(J, "period.kind", "\"target\"", "$.period.kind", "law-period")]
    [InlineData(J, "correctionDays", "0", "$.correctionDays", "law-correction")]
    [InlineData(J, "legalBasis", "[]", "$.legalBasis", "law-basis")]
    [InlineData(J, "retention.years", "0", "$.retention.years", "law-retention")]
    [InlineData(J, "purposeOfUse", Words, "$.purposeOfUse", "law-purpose")]
    [InlineData(J, "personalData.myNumber", "true", "$.pia", "law-pia")]
    [InlineData(J, "form.pages.1.questions.+", "{\"id\": \"number12\", \"type\": \"text\", \"label\": {\"ja\": \"あなたの個人番号\", \"en\": \"Number\", \"ja-easy\": \"ばんごう\"}, \"required\": false}", "$.form.pages[1].questions[", "law-my-number")]
    [InlineData(J, "dispositions.deny.reasonsRequired", "false", "$.dispositions.deny.reasonsRequired", "law-reasons")]
    [InlineData(J, "dispositions.deny.exampleReasons", "~", "$.dispositions.deny.exampleReasons", "law-reasons-example")]
    [InlineData(D, "dispositions.grantWithConditions.conditions", "false", "$.dispositions.grantWithConditions.conditions", "law-conditions")]
    [InlineData(D, "dispositions.grantWithConditions.exampleConditions", "~", "$.dispositions.grantWithConditions.exampleConditions", "law-conditions-example")]
    [InlineData(J, "route.1.post", "\"somebody\"", "$.route[1].post", "law-route")]
    [InlineData(J, "dispositions.grant.example", "~", "$.dispositions.grant.example", "example-missing")]
    [InlineData(D, "dispositions.grant.example", "{}", "$.dispositions.grant.example.charge", "example-result")]
    // 言葉
    [InlineData(J, "title.en", "~", "$.title", "words-translation")]
    [InlineData(J, "summary.ja-easy", "~", "$.summary", "words-translation")]
    [InlineData(J, "kana", "\"児童手当\"", "$.kana", "words-kana")]
    [InlineData(J, "title.en", "\"児童手当認定請求\"", "$.title", "words-english")]
    [InlineData(J, "summary.ja-easy", "\"子どものお{金|かね}です。\"", "$.summary", "words-ruby")]
    [InlineData(J, "summary.ja-easy", "\"{金|かね|x}です。\"", "$.summary", "words-ruby")]
    [InlineData(J, "summary.ja", "\"様式を印刷して窓口に持参してください。\"", "$.summary", "words-print")]
    [InlineData(J, "summary.ja", "\"受けられないわけではありません。\"", "$.summary", "words-negative")]
    [InlineData(J, "summary.ja", "\"とても長い文であるこの文は、読む人が途中で何の話だったかを忘れてしまうほどに長く、しかも終わりがどこにあるのかも分からないまま、さらに別のことまで言い出し、そのうえにまた別のことを重ねて、いつまでたっても句点にたどり着かないので、住民のだれにも最後まで読んでもらえない文です。\"", "$.summary", "words-long")]
    // 知っていること・重なり
    [InlineData(J, "title.ja", "\"道路占用許可申請\"", "$.title", "known-title")]
    [InlineData(J, "form.pages.0.questions.+", "{\"id\": \"again\", \"type\": \"yesNo\", \"label\": {\"ja\": \"あなたは公務員ですか\", \"en\": \"Again?\", \"ja-easy\": \"また\"}, \"required\": false}", "$.form.pages[0].questions[3]", "known-twice")]
    // だれもが使える
    [InlineData(J, "form.pages.0.questions.+", "{\"id\": \"again\", \"type\": \"text\", \"label\": {\"ja\": \"あなたは公務員ですか\", \"en\": \"Again?\", \"ja-easy\": \"また\"}, \"required\": false}", "$.form.pages[0].questions[3]", "access-label")]
    [InlineData(J, "form.pages.0.questions.0.label.ja", "\"公務員ですか：\"", "$.form.pages[0].questions[0].label", "access-label")]
    [InlineData(J, "form.pages.0.questions.0.label.ja", "\"公務員ですか（必須）\"", "$.form.pages[0].questions[0].label", "access-label")]
    [InlineData(J, "form.pages.0.questions.0.autocomplete", "\"fullname\"", "$.form.pages[0].questions[0].autocomplete", "access-autocomplete")]
    [InlineData(J, "form.pages.0.questions.+", "{\"id\": \"code\", \"type\": \"text\", \"label\": {\"ja\": \"記号\", \"en\": \"Code\", \"ja-easy\": \"きごう\"}, \"required\": false, \"pattern\": {\"regex\": \"[A-Z]\", \"message\": {\"ja\": \"英字\", \"en\": \"Letter\", \"ja-easy\": \"えいじ\"}}}", "$.form.pages[0].questions[3].help", "access-help")]
    [InlineData(J, "form.pages.0.questions.+", "{\"id\": \"one\", \"type\": \"choice\", \"label\": {\"ja\": \"選択\", \"en\": \"Choice\", \"ja-easy\": \"えらぶ\"}, \"required\": false, \"options\": [{\"code\": \"a\", \"label\": {\"ja\": \"あ\", \"en\": \"a\", \"ja-easy\": \"あ\"}}]}", "$.form.pages[0].questions[3].options", "access-options")]
    [InlineData(J, "form.pages.0.questions.1.options.2.label.ja", "\"はい\"", "$.form.pages[0].questions[1].options", "access-options")]
    [InlineData(J, "form.pages.0.exits.0.telephone", "~", "$.form.pages[0].exits[0]", "access-exit")]
    [InlineData(J, "form.pages.0.exits.0.hours", "~", "$.form.pages[0].exits[0].hours", "access-exit")]
    [InlineData(J, "form.pages.0.exits.0.url", "\"http://example.jp\"", "$.form.pages[0].exits[0].url", "access-url")]
    [InlineData(J, "form.pages.0.questions.0.visibleWhen", "{\"eq\": [\"$residence\", \"no\"]}", "$.form.pages[0].questions[0].visibleWhen", "access-order")]
    [InlineData(J, "form.pages.+", "{\"id\": \"nothing\", \"title\": {\"ja\": \"空\", \"en\": \"Empty\", \"ja-easy\": \"から\"}, \"questions\": []}", "$.form.pages[", "access-empty")]
    // 部分どうし
    [InlineData(J, "audience", "[]", "$.audience", "part-audience")]
    [InlineData(J, "fee.text.ja", "\"300円です。\"", "$.fee.text", "part-fee")]
    [InlineData(K, "fee", "{\"kind\": \"fixed\", \"amount\": 500, \"text\": {\"ja\": \"有料です。\", \"en\": \"Paid.\", \"ja-easy\": \"おかね\"}}", "$.fee.text", "part-fee")]
    [InlineData(J, "receiveBy", "[]", "$.receiveBy", "part-receive")]
    [InlineData(J, "requiredDocuments.+", "{\"id\": \"more\", \"title\": {\"ja\": \"書類\", \"en\": \"Document\", \"ja-easy\": \"かみ\"}, \"who\": {\"ja\": \"全員\", \"en\": \"All\", \"ja-easy\": \"みんな\"}}", "$.requiredDocuments[7]", "part-document")]
    [InlineData(J, "reviewCriteria.1.id", "\"residence\"", "$.reviewCriteria[1].id", "part-criteria")]
    [InlineData(J, "notices.kyakka.body.0", "\"{{result.total}}\"", "$.notices.kyakka.body[0]", "part-letter")]
    [InlineData(J, "notices.kyakka.body.0", "\"{{answers.nobody}}\"", "$.notices.kyakka.body[0]", "part-letter")]
    [InlineData(J, "notices.nintei.body.0", "\"{{result.certificationNumber}}\"", "$.notices.nintei.body[0]", "part-letter-optional")]
    // 条件
    [InlineData(J, "form.pages.0.questions.2.visibleWhen", "{\"and\": [{\"eq\": [\"$residence\", \"yes\"]}, {\"eq\": [\"$residence\", \"no\"]}]}", "$.form.pages[0].questions[2].visibleWhen", "condition-impossible")]
    [InlineData(J, "form.pages.0.questions.2.visibleWhen", "{\"in\": [\"$residence\", [\"yes\", \"no\", \"apartFromChild\"]]}", "$.form.pages[0].questions[2].visibleWhen", "condition-always")]
    [InlineData(J, "form.pages.0.questions.2.visibleWhen", "{\"or\": [{\"eq\": [\"$isCivilServant\", true]}, {\"eq\": [\"$isCivilServant\", false]}]}", "$.form.pages[0].questions[2].visibleWhen", "condition-always")]
    [InlineData(J, "form.pages.1.visibleWhen", "{\"not\": {\"in\": [\"$residence\", [\"yes\", \"no\", \"apartFromChild\"]]}}", "$.form.pages[1].visibleWhen", "page-unreachable")]
    [InlineData(J, "requiredDocuments.0.when", "false", "$.requiredDocuments[0].when", "condition-impossible")]
    [InlineData(R, "requiredDocuments.0.when", "{\"gt\": [\"$copies\", 10]}", "$.requiredDocuments[0].when", "condition-impossible")]
    [InlineData(R, "requiredDocuments.0.when", "{\"and\": [{\"gt\": [\"$copies\", 3]}, {\"lt\": [\"$copies\", 3]}]}", "$.requiredDocuments[0].when", "condition-impossible")]
    public void Is_found(string slug, string path, string json, string place, string code)
    {
        var faults = Judged.With(slug, path, json).Where(f => f.Severity == Severity.Fault).ToList();
        Assert.Contains(faults, f => f.Code == code && f.Place.StartsWith(place, StringComparison.Ordinal) && f.Reason.Length > 5);
    }

    [Fact]
    public void Who_is_refused_is_told_what_to_do_next_too() => Assert.Contains(
        Judged.With(J, "afterwards", $$"""{"grant": {"steps": [{"text": {{Words}} }] } }"""), f => f is { Code: "part-afterwards", Severity: Severity.Advice, Place: "$.afterwards.deny" });

    [Fact]
    public void A_page_behind_an_exit_that_always_leads_out_is_never_reached()
    {
        var faults = Judged.With(J, "form.pages.0.exits.0.when", """{"in": ["$residence", ["yes", "no", "apartFromChild"]]}""");
        Assert.Contains(faults, f => f is { Code: "page-unreachable", Place: "$.form.pages[1]" });
    }

    [Theory]
    [InlineData(J, "summary.ja", "\"当該書類を遅滞なく出してください。\"", "words-office")]
    [InlineData(J, "summary.ja", "\"詳しくはこちら\"", "access-link")]
    [InlineData(J, "summary.ja", "\"赤字の欄をクリックしてください。\"", "access-sensory")]
    [InlineData(J, "minutes", "~", "part-minutes")]
    [InlineData(J, "onlineBasis", "~", "law-online")]
    [InlineData(J, "keywords", "[\"手当\", \"手当\", \"子\"]", "known-keyword")]
    [InlineData(J, "requiredDocuments.2.when", "~", "known-document")]
    public void Advice_keeps_nobody_from_publishing(string slug, string path, string json, string code)
    {
        var findings = Judged.With(slug, path, json);
        Assert.Contains(findings, f => f.Code == code && f.Severity == Severity.Advice);
        Assert.DoesNotContain(findings, f => f.Code == code && f.Severity == Severity.Fault);
    }
}
