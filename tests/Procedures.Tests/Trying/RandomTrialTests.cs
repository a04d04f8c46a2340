using System.Text.Json;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.Trying;

/// <summary>Random answers keep the form's rules, come everywhere one can come, and a seed gives the same again.</summary>
public sealed class RandomTrialTests(ITestOutputHelper output)
{
    public static TheoryData<string> Slugs => [.. LibraryFiles.Slugs];

    [Theory, MemberData(nameof(Slugs))]
    public void Every_run_through_a_procedure_of_the_library_could_be_sent_or_leads_out(string slug)
    {
        var form = LibraryFiles.Edition(slug).Form;
        var trial = Try(form, LibraryFiles.Text(slug), 1);
        output.WriteLine($"{slug}: {trial.Count} runs, {trial.Failed} failed, {trial.PagesMissed.Count} pages, {trial.QuestionsMissed.Count} questions {string.Join(' ', trial.QuestionsMissed.Select(q => q.Key))}, {trial.ExitsMissed.Count} exits missed; {string.Join(' ', trial.Stubborn)}");
        Assert.NotEmpty(trial.Kept);
        foreach (var run in trial.Kept)
        {
            var judged = form.Validate(JsonDocument.Parse(run.Answers).RootElement, SmallForm.Day);
            Assert.Equal(run.Exit?.Id, judged.Exit?.Id);
            Assert.All(judged.Errors, e => Assert.Equal("answer.exit", e.Code));
            Assert.Equal(run.Pages, judged.Pages);
        }

        Assert.Empty(trial.PagesMissed);
        Assert.Empty(trial.ExitsMissed);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answers_and_another_seed_others()
    {
        var (form, definition) = (LibraryFiles.Edition("jido-teate-nintei").Form, LibraryFiles.Text("jido-teate-nintei"));
        var first = Try(form, definition, 4711).Kept.Select(r => r.Answers).ToList();
        Assert.Equal(first, Try(form, definition, 4711).Kept.Select(r => r.Answers));
        Assert.NotEqual(first, Try(form, definition, 4712).Kept.Select(r => r.Answers));
    }

    [Fact]
    public void What_can_never_be_asked_is_named()
    {
        var trial = Of("""
            [{"id":"kind","type":"choice","label":"種類","options":[{"code":"a","label":"ア"},{"code":"b","label":"イ"}]},
             {"id":"never","type":"text","label":"出ない","visibleWhen":{"and":[{"eq":["$kind","a"]},{"eq":["$kind","b"]}]}},
             {"id":"people","type":"group","label":"人","itemLabel":"人","visibleWhen":{"eq":["$kind","b"]},"questions":[{"id":"old","type":"yesNo","label":"高齢"},{"id":"why","type":"text","label":"わけ","visibleWhen":{"and":[{"eq":["$old",true]},{"eq":["$old",false]}]}}]}]
            """);
        Assert.Equal(["never", "people.why"], trial.QuestionsMissed.Select(q => q.Key));
        Assert.Equal(0, trial.Failed);
    }

    [Fact]
    public void A_chain_of_conditions_and_narrow_ages_are_reached()
    {
        const string options = """[{"code":"a","label":"ア"},{"code":"b","label":"イ"},{"code":"c","label":"ウ"}]""";
        var links = string.Join(',', Enumerable.Range(1, 14).Select(i => $$"""{"id":"n{{i}}","type":"choice","label":"問い{{i}}","options":{{options}},"visibleWhen":{{(i == 1 ? "true" : $$"""{"eq":["$n{{i - 1}}","b"]}""")}} }"""));
        var trial = Of($$"""
            [{{links}},
             {"id":"birth","type":"date","birth":true,"label":"生年月日"},
             {"id":"coming","type":"text","label":"二十歳になる年","visibleWhen":{"eq":[{"age":["$birth","@today"]},19]} },
             {"id":"count","type":"number","label":"数","max":100000},
             {"id":"exact","type":"text","label":"ちょうど","visibleWhen":{"eq":["$count",73512]} }]
            """);
        Assert.Empty(trial.QuestionsMissed);
    }

    [Fact]
    public void Where_no_answer_is_allowed_the_question_is_named()
    {
        var trial = Of("""[{"id":"low","type":"number","label":"数","required":true,"max":5,"checks":[{"when":{"lte":["$low",5]},"message":"だめ"}]}]""");
        Assert.Equal(0, trial.Count);
        Assert.True(trial.Failed > 0);
        Assert.Equal(["low"], trial.Stubborn);
    }

    private static RandomTrial Of(string questions)
    {
        var definition = SmallForm.Definition(questions);
        return Try(SmallForm.ReadJson(definition).Edition!.Form, definition, 7);
    }

    private static RandomTrial Try(Form form, string definition, int seed) => form.TryAtRandom(JsonDocument.Parse(definition, new JsonDocumentOptions { MaxDepth = 64 }).RootElement, seed, SmallForm.Day);
}
