using System.Text.Json;
using Madoguchi.Notices.Blocks;
using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Layout;
using Madoguchi.Notices.Templates;

namespace Notices.Tests.Letters;

/// <summary>What each block of a letter becomes, and what is refused.</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData("""["あ {{result.yen | yen}}", "い", "※ う"]""", "<p class=\"lead\">あ 1,200円</p><p>い</p><p class=\"note\">※ う</p>")]
    [InlineData("""[{"heading": "次に"}]""", "<h2>次に</h2>")]
    [InlineData("""["<b>{{result.evil}}</b>"]""", "<p class=\"lead\">&lt;b&gt;&lt;i&gt;{{x}}&lt;/b&gt;</p>")]
    [InlineData("""[{"facts": [{"label": "額", "value": "{{result.yen | yen}}", "key": true}, {"label": "無", "value": "{{result.blank?}}"}], "caption": "表"}]""",
        "<table class=\"facts\"><caption>表</caption><tbody><tr class=\"key\"><th scope=\"row\">額</th><td>1,200円</td></tr></tbody></table>")]
    [InlineData("""[{"facts": [{"label": "無", "value": "x", "when": "result.blank"}]}]""", "")]
    [InlineData("""[{"facts": [{"label": "一行\n二行", "value": "{{name}}", "each": "result.rows"}]}]""",
        "<table class=\"facts\"><tbody><tr><th scope=\"row\">一行<br>二行</th><td><p>a</p><p>b</p></td></tr></tbody></table>")]
    [InlineData("""[{"facts": [{"label": "程度", "value": "{{result.text}}", "options": ["中", "小"]}]}]""",
        "<table class=\"facts\"><tbody><tr><th scope=\"row\">程度</th><td><ul class=\"grades\"><li>☑ 中</li><li>□ 小</li></ul></td></tr></tbody></table>")]
    [InlineData("""[{"table": "result.rows", "columns": [{"label": "名", "value": "{{name}}"}, {"label": "額", "value": "{{n | yen}}", "align": "amount"}]}]""",
        "<table><thead><tr><th scope=\"col\">名</th><th scope=\"col\" class=\"center\">額</th></tr></thead><tbody><tr><td>a</td><td class=\"amount\">1円</td></tr><tr><td>b</td><td class=\"amount\">2円</td></tr></tbody></table>")]
    [InlineData("""[{"table": "result.blank", "columns": [{"label": "名", "value": "{{name}}"}]}]""", "")]
    [InlineData("""[{"list": ["い", {"text": "ろ", "when": "result.no"}, {"text": "は", "when": {"not": "result.no"}}]}]""", "<ul><li>い</li><li>は</li></ul>")]
    [InlineData("""[{"when": {"eq": ["result.text", "中"]}, "then": ["甲"], "else": ["乙"]}]""", "<p class=\"lead\">甲</p>")]
    [InlineData("""[{"when": {"eq": ["result.zero", 0]}, "then": ["甲"], "else": ["乙"]}, "丙"]""", "<p class=\"lead\">甲</p><p>丙</p>")]
    [InlineData("""[{"when": "result.zero", "then": ["甲"]}]""", "<p class=\"lead\">甲</p>")]
    [InlineData("""[{"when": {"exists": "result.no"}, "then": ["甲"]}]""", "<p class=\"lead\">甲</p>")]
    [InlineData("""[{"when": {"eq": ["result.blank.kind", "x"]}, "then": ["甲"], "else": ["乙"]}]""", "<p class=\"lead\">乙</p>")]
    public void Becomes(string body, string html) => Assert.Equal(html, Fill(body));

    [Theory]
    [InlineData("""[]""", "body")]
    [InlineData("""[7]""", "body[0]")]
    [InlineData("""[""]""", "body[0]")]
    [InlineData("""[{"headline": "x"}]""", "body[0]")]
    [InlineData("""[{"heading": "x", "colour": "red"}]""", "body[0].colour")]
    [InlineData("""["{{result.yen"]""", "body[0]")]
    [InlineData("""["{{#if result.yen}}x{{/if}}"]""", "body[0]")]
    [InlineData("""["{{result.yen | shout}}"]""", "body[0]")]
    [InlineData("""[{"facts": []}]""", "body[0].facts")]
    [InlineData("""[{"facts": [{"label": "x"}]}]""", "body[0].facts[0].value")]
    [InlineData("""[{"facts": ["x"]}]""", "body[0].facts[0]")]
    [InlineData("""[{"table": "result.rows", "columns": [7]}]""", "body[0].columns[0]")]
    [InlineData("""[{"table": "result.rows"}]""", "body[0].columns")]
    [InlineData("""[{"table": "result rows", "columns": [{"label": "x", "value": "y"}]}]""", "body[0].table")]
    [InlineData("""[{"include": "everything"}]""", "body[0].include")]
    [InlineData("""[{"when": {"gt": ["result.yen", 1]}, "then": ["x"]}]""", "body[0].when")]
    [InlineData("""[{"when": "result.yen"}]""", "body[0].then")]
    [InlineData("""["a", {"when": "result.yen", "then": [{"list": [{"when": "result.yen"}]}]}]""", "body[1].then[0].list[0].text")]
    public void What_does_not_fit_is_named_with_its_place(string body, string place)
    {
        var reader = new BlockReader("t", certificate: false);
        reader.Read(JsonDocument.Parse(body).RootElement);
        Assert.Equal(place, reader.Faults[0].Place);
    }

    [Theory]
    [InlineData("""["{{result.oops}}"]""", "t.body[0]")]
    [InlineData("""[{"when": "result.oops", "then": ["x"]}]""", "t.body[0].when")]
    [InlineData("""[{"when": {"not": {"eq": ["result.oops", 1]}}, "then": ["x"]}]""", "t.body[0].when.not.eq")]
    [InlineData("""["a", {"table": "result.text", "columns": [{"label": "x", "value": "y"}]}]""", "t.body[1]")]
    public void A_field_nobody_declared_is_a_fault(string body, string place) => Assert.Equal(place, Assert.Throws<TemplateFault>(() => Fill(body)).Template);

    [Fact]
    public void Reasons_and_conditions_stand_even_when_the_letter_does_not_say_where()
    {
        var without = Letter.Compose("t", """["主文"]""", DocumentKind.Order, Data);
        Assert.True(without.IndexOf("主文", StringComparison.Ordinal) < without.IndexOf("理由の文", StringComparison.Ordinal));
        Assert.Contains("条件の文", without);

        var with = Letter.Compose("t", """["主文", {"include": "reasons"}, "末文"]""", DocumentKind.Order, Data);
        Assert.True(with.IndexOf("理由の文", StringComparison.Ordinal) < with.IndexOf("末文", StringComparison.Ordinal));
        Assert.Equal(with.IndexOf("理由の文", StringComparison.Ordinal), with.LastIndexOf("理由の文", StringComparison.Ordinal));
    }

    [Fact]
    public void A_certificate_bears_date_and_authority_below_its_statement()
    {
        var html = Letter.Compose("t", """[{"facts": [{"label": "x", "value": "y"}]}, "証明します。", {"heading": "説明"}, "末文"]""", DocumentKind.Certificate, Data);
        int At(string text) => html.IndexOf(text, StringComparison.Ordinal);
        Assert.True(At("証明します。") < At("令和8年11月22日") && At("令和8年11月22日") < At("みなと台市長") && At("みなと台市長") < At("説明"));
        Assert.Contains("この証明書は、公印の押印に代えて", html);
    }

    private static JsonElement Data => JsonSerializer.SerializeToElement(new
    {
        documentNumber = "8み第1号", date = "2026-11-22", title = "通知", addressee = new { name = "青葉 花子", honorific = "様" },
        application = new { intakeNumber = "2026-000001-0", arrivedOn = "2026-11-01" }, authority = new { city = "みなと台市", title = "みなと台市長", name = "港" },
        contact = new { division = "課", telephone = "0", hours = "平日" }, verification = new { qr = "data:,", url = "u", page = "p", codeGrouped = "c" },
        result = new { yen = 1200, zero = 0, no = false, text = "中", blank = (string?)null, evil = "<i>{{x}}", rows = new[] { new { name = "a", n = 1 }, new { name = "b", n = 2 } } },
        reasons = new[] { "理由の文" }, conditions = new[] { "条件の文" },
    });

    private static string Fill(string body)
    {
        var reader = new BlockReader("t", certificate: false);
        var nodes = reader.Read(JsonDocument.Parse(body).RootElement);
        Assert.Empty(reader.Faults);
        return Template.Parse("t", "{{#include body}}", null, part => nodes).Render(Data).Replace("&#39;", "'").Replace("&lt;i&gt;{{x}}", "&lt;i&gt;{{x}}");
    }
}
