using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Paper;

namespace Procedures.Tests.Paper;

/// <summary>What stands on the paper forms of the library.</summary>
public sealed partial class PaperFormTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    public static TheoryData<string> Slugs => [.. LibraryFiles.Slugs];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Every_form_is_whole_in_three_languages(string slug)
    {
        var edition = LibraryFiles.Edition(slug);
        foreach (var language in Languages.All)
        {
            var html = Write(edition, language, null);
            var read = Plain(html);
            Assert.DoesNotMatch(@"(paper|condition)\.[a-z]|\{|\}|\$[a-z]", read);
            Assert.All(edition.Form.Pages.SelectMany(p => p.Questions), q => Assert.Contains(Squeezed(q.Label.In(language).ToString()), read));
            Assert.All(edition.Form.Pages.SelectMany(p => p.Questions).SelectMany(q => q.Options), o => Assert.Contains(Squeezed(o.Label.In(language).ToString()), read));
            Assert.All(edition.RequiredDocuments, d => Assert.Contains(Squeezed(d.Title.In(language).ToString()), read));
            Assert.Contains(Squeezed(edition.PurposeOfUse.In(language).ToString()), read);
            Assert.DoesNotContain("✓</span><span>", html);
            Assert.Equal(Regex.Count(html, "<table"), Regex.Count(html, "</table>"));
            Assert.Equal(Regex.Count(html, "<div"), Regex.Count(html, "</div>"));
            Assert.Equal(Regex.Count(html, "<section"), Regex.Count(html, "</section>"));
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_filled_form_bears_what_was_answered(string slug)
    {
        var edition = LibraryFiles.Edition(slug);
        var answers = edition.Form.Example(Day);
        var read = Plain(Write(edition, Language.Ja, answers));
        foreach (var (id, value) in answers)
        {
            if (edition.Form.Question(id) is not { } question) continue;
            if (question.Type is QuestionType.Text or QuestionType.LongText) Assert.Contains(Squeezed(value!.ToString()), read);
            if (question.Type == QuestionType.Name) Assert.Contains(value!["family"]!.ToString(), read);
            if (question.Type == QuestionType.Choice && !question.OptionsAreSessions) Assert.Contains("✓" + Squeezed(question.Options.Single(o => o.Code == value!.ToString()).Label.Ja), read);
        }
    }

    [Fact]
    public void A_question_says_when_it_is_to_be_filled_in() =>
        Assert.Contains("1-1「配偶者」が「いる」のとき記入", Plain(Write(Small("""
            [{"id":"spouse","type":"yesNo","label":"配偶者","yes":"いる","no":"いない"},
             {"id":"spouseName","type":"text","label":"配偶者の氏名","visibleWhen":{"eq":["$spouse",true]}}]
            """))));

    [Fact]
    public void Options_that_follow_another_answer_all_stand_there_under_it()
    {
        var read = Plain(Write(Small("""
            [{"id":"a","type":"choice","label":"県","options":[{"code":"x","label":"東"},{"code":"y","label":"西"}]},
             {"id":"b","type":"choice","label":"市","optionsOf":"$a","options":[{"code":"p","label":"港","of":["x"]},{"code":"q","label":"山","of":["y"]}]}]
            """)));
        Assert.Contains("県が「東」のとき港", read);
        Assert.Contains("県が「西」のとき山", read);
    }

    [Fact]
    public void A_group_has_three_empty_items_and_as_many_as_were_answered()
    {
        var edition = Small("""[{"id":"items","type":"group","label":"品","itemLabel":"品目","questions":[{"id":"what","type":"text","label":"名"},{"id":"count","type":"number","label":"数"}]}]""");
        Assert.Equal(3, Regex.Count(Write(edition), "<th scope=\"row\">[0-9]"));
        var five = new JsonArray([.. Enumerable.Range(1, 5).Select(n => new JsonObject { ["what"] = "椅子" + n, ["count"] = n })]);
        var filled = Write(edition, Language.Ja, new JsonObject { ["items"] = five });
        Assert.Equal(5, Regex.Count(filled, "<th scope=\"row\">[0-9]"));
        Assert.Contains("椅子5", filled);
    }

    [Theory]
    [InlineData("2019-05-01", "✓令和平成西暦元年5月1日")]
    [InlineData("2001-12-31", "令和✓平成西暦13年12月31日")]
    [InlineData("1985-01-02", "令和平成✓西暦1985年1月2日")]
    public void A_date_stands_in_its_squares_under_its_era(string date, string expected) =>
        Assert.Contains(expected, Plain(Write(Small(SmallForm.One("date")), Language.Ja, new JsonObject { ["x"] = date })));

    [Fact]
    public void What_was_typed_is_never_markup() =>
        Assert.Contains("&lt;img src=x&gt;", Write(Small(SmallForm.One("text")), Language.Ja, new JsonObject { ["x"] = "<img src=x>" }));

    [Fact]
    public void The_address_names_procedure_edition_and_saved_form_and_nothing_else()
    {
        var source = Source(LibraryFiles.Edition("doro-senyo"), null);
        var id = Guid.Parse("0199a000-0000-7000-8000-000000000001");
        Assert.Equal("https://example.jp/procedures/doro-senyo?edition=1", source.Address("https://example.jp", null));
        Assert.Equal($"https://example.jp/procedures/doro-senyo?edition=1&form={id}", source.Address("https://example.jp", id));
    }

    private static (ProcedureEdition, string) Small(string questions)
    {
        var (edition, faults) = SmallForm.Read(questions);
        Assert.Empty(faults.Found);
        return (edition!, $$$"""{"requiredDocuments":[],"form":{"pages":[{"id":"only","questions":{{{questions}}}}]}}""");
    }

    private static string Write((ProcedureEdition Edition, string Definition) small, Language language = Language.Ja, JsonObject? answers = null)
    {
        using var definition = JsonDocument.Parse(small.Definition);
        JsonElement? given = answers is null ? null : JsonSerializer.SerializeToElement(answers);
        return PaperForm.Write(new PaperSource(small.Edition, definition.RootElement, given, Day, new PaperContact("課", null, null, null)), PaperTexts.All, language, "data:");
    }

    private static string Write(ProcedureEdition edition, Language language, JsonObject? answers) => PaperForm.Write(Source(edition, answers), PaperTexts.All, language, "data:");

    private static PaperSource Source(ProcedureEdition edition, JsonObject? answers)
    {
        var definition = JsonSerializer.Deserialize<JsonElement>(LibraryFiles.Text(edition.Slug));
        return new PaperSource(edition, definition, answers is null ? null : JsonSerializer.SerializeToElement(answers), Day, new PaperContact("担当課", "000-000-1101", null, null));
    }

    /// <summary>What a reader sees, without readings and spaces.</summary>
    private static string Plain(string html) => Squeezed(WebUtility.HtmlDecode(Tags().Replace(Readings().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], ""), "")));

    private static string Squeezed(string text) => Spaces().Replace(text, "");

    [GeneratedRegex("<r[tp]>.*?</r[tp]>")]
    private static partial Regex Readings();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
