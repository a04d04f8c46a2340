using System.Text.Json.Nodes;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.LifeEvents;
using Madoguchi.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Procedures.Tests.LifeEvents;

/// <summary>A faulty file is left out with place and reason; the others work on.</summary>
public sealed class LifeEventFaultTests
{
    private const string Move = """{"id":"movedOn","type":"date","label":"言葉"}""";
    private const string Kind = """{"id":"kind","type":"choice","label":"言葉","options":[{"code":"in","label":"言葉"},{"code":"out","label":"言葉"}]}""";

    [Theory]
    [InlineData("""{"procedure":"nowhere"}""", "steps[0].procedure", "no procedure of the library")]
    [InlineData("""{"elsewhere":{"title":"言葉","office":"nowhere"}}""", "steps[0].elsewhere", "no office nowhere")]
    [InlineData("""{}""", "steps[0]", "either a procedure or elsewhere")]
    [InlineData("""{"procedure":"inu-henko","elsewhere":{"title":"言葉","office":"citizens"}}""", "steps[0]", "either a procedure or elsewhere")]
    [InlineData("""{"procedure":"inu-henko","when":"$movedOut"}""", "steps[0].when", "unknown question")]
    [InlineData("""{"procedure":"inu-henko","when":"$movedOn"}""", "steps[0].when", "is Date, must be YesNo")]
    [InlineData("""{"procedure":"inu-henko","when":{"eq":["$kind","inside"]}}""", "steps[0].when", "no option")]
    [InlineData("""{"procedure":"inu-henko","carry":{"movedOn":"$movedOn"}}""", "carry.movedOn", "no question of the procedure's form")]
    [InlineData("""{"procedure":"inu-henko","carry":{"changedOn":"$kind"}}""", "carry.changedOn", "is Text, must be Date")]
    [InlineData("""{"procedure":"inu-henko","carry":{"kind":"$kind"}}""", "carry.kind", "in is no option of kind")]
    [InlineData("""{"procedure":"inu-henko","carry":{"kind":{"if":[{"eq":["$kind","in"]},"movedIn","gone"]}}}""", "carry.kind", "gone is no option of kind")]
    [InlineData("""{"procedure":"tennyu-yoyaku","carry":{"topics":{"cat":true}}}""", "carry.topics", "cat is no option of topics")]
    [InlineData("""{"procedure":"tennyu-yoyaku","carry":{"session":"$kind"}}""", "carry.session", "cannot be carried")]
    [InlineData("""{"elsewhere":{"title":"言葉","office":"citizens"},"carry":{"kind":"$kind"}}""", "steps[0].carry", "only a procedure")]
    [InlineData("""{"procedure":"inu-henko","deadline":{"from":"$kind","days":3,"text":"言葉"}}""", "deadline.from", "must be Date")]
    [InlineData("""{"procedure":"inu-henko","deadline":{"from":"$movedOn","text":"言葉"}}""", "deadline", "from goes with one of")]
    [InlineData("""{"procedure":"inu-henko","deadline":{"days":3,"text":"言葉"}}""", "deadline", "from goes with one of")]
    [InlineData("""{"procedure":"inu-henko","deadline":{"from":"$movedOn","days":3}}""", "deadline.text", "is missing")]
    [InlineData("""{"procedure":"inu-henko","phase":"soon"}""", "steps[0].phase", "must be one of first, within14Days")]
    [InlineData("""{"procedure":"inu-henko","colour":"red"}""", "steps[0].colour", "unknown key")]
    [InlineData("""{"procedure":"inu-henko","why":"なぜか"}""", "steps[0].why", "ja, en and ja-easy")]
    [InlineData("""{"procedure":"inu-henko","why":{"ja":"印刷して窓口に持参してください。","en":"Words","ja-easy":"ことば"}}""", "steps[0].why", "印刷して持参")]
    [InlineData("""{"procedure":"inu-henko","why":{"ja":"ことば","en":"Words","ja-easy":"漢字"}}""", "steps[0].why", "ふりがな")]
    public void What_is_wrong_with_a_step_is_named(string step, string place, string reason) => Has(LifeFiles.Small($"[{Kind},{Move}]", $"[{With(step)}]"), place, reason);

    [Theory]
    [InlineData("""{"id":"x","type":"text","label":"言葉"}""", "questions[1]", "must be choice, choices, yesNo, date or number")]
    [InlineData("""{"id":"x","type":"yesNo","label":"言葉"}""", "questions[1]", "nothing depends on it")]
    [InlineData("""{"id":"kind","type":"yesNo","label":"言葉"}""", "questions[1]", "used twice")]
    [InlineData("""{"id":"x","type":"yesNo","label":"言葉","visibleWhen":{"eq":["$y",true]}},{"id":"y","type":"yesNo","label":"言葉"}""", "questions[1]", "depends on a question below it")]
    [InlineData("""{"id":"x","type":"yesNo","label":"言葉","visibleWhen":"$x"}""", "$", "depends on itself")]
    [InlineData("""{"id":"x","type":"yesNo","label":{"ja":"ことば"}}""", "questions[1].label", "ja, en and ja-easy")]
    public void What_is_wrong_with_a_question_is_named(string question, string place, string reason) =>
        Has(LifeFiles.Small($"[{Kind},{question}]", $"[{With("""{"procedure":"inu-henko","when":{"eq":["$kind","in"]}}""")}]"), place, reason);

    [Fact]
    public void Eleven_questions_are_too_many()
    {
        var questions = string.Join(',', Enumerable.Range(1, 11).Select(i => $$"""{"id":"q{{i}}","type":"yesNo","label":"言葉"}"""));
        var all = string.Join(',', Enumerable.Range(1, 11).Select(i => $"\"$q{i}\""));
        Has(LifeFiles.Small($"[{questions}]", $"[{With($$$"""{"procedure":"inu-henko","when":{"or":[{{{all}}}]}}""")}]"), "$", "asks 11 questions");
    }

    [Fact]
    public void Two_steps_with_one_id_and_no_steps_at_all_are_faults()
    {
        var step = With("""{"procedure":"inu-henko","when":{"eq":["$kind","in"]}}""");
        Has(LifeFiles.Small($"[{Kind}]", $"[{step},{step}]"), "$", "used twice");
        Has(LifeFiles.Small($"[{Kind}]", "[]"), "$", "no steps");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"slug":1,"slug":2}""")]
    [InlineData("""{"steps":[null,1],"questions":[null,"x"]}""")]
    public void Nonsense_is_refused_calmly(string json)
    {
        var (life, faults) = LifeFiles.Read("small", json);
        Assert.Null(life);
        Assert.NotEmpty(faults.Found);
    }

    [Fact]
    public void Any_part_replaced_by_something_else_never_throws()
    {
        var original = LifeFiles.Text("kaigo");
        var places = Places(JsonNode.Parse(original)!).Count();
        for (var at = 0; at < places; at += 7)
        {
            var broken = JsonNode.Parse(original)!;
            var place = Places(broken).ElementAt(at);
            JsonNode? with = (at % 4) switch { 0 => null, 1 => JsonValue.Create(-7), 2 => JsonValue.Create("$nowhere"), _ => new JsonArray(new JsonObject()) };
            if (place.Parent is JsonObject parent) parent[place.GetPropertyName()] = with;
            else place.Parent!.AsArray()[place.GetElementIndex()] = with;
            LifeFiles.Read("kaigo", broken.ToJsonString());
        }

        Assert.InRange(places, 500, 10_000);
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(v => Places(v).Prepend(v)),
        JsonArray a => a.OfType<JsonNode>().SelectMany(v => Places(v).Prepend(v)),
        _ => [],
    };

    [Fact]
    public void A_faulty_file_leaves_the_others_working()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("vocabulary-").FullName;
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "life-events"));
        File.Copy(Path.Combine(LifeFiles.Vocabulary, "offices.json"), Path.Combine(folder, "offices.json"));
        foreach (var slug in LifeFiles.Slugs) File.WriteAllText(Path.Combine(folder, "life-events", slug + ".json"), slug == "kaigo" ? "{" : LifeFiles.Text(slug));
        var book = new LifeEventBook(new AllProcedures(), new CityOptions { VocabularyFolder = folder }, NullLogger<LifeEventBook>.Instance);
        Assert.Equal(LifeFiles.Slugs.Except(["kaigo"]), book.All.Select(e => e.Slug));
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static void Has((LifeEvent? Event, Madoguchi.Procedures.Domain.Reading.FaultList Faults) read, string place, string reason)
    {
        Assert.Null(read.Event);
        Assert.True(read.Faults.Found.Any(f => f.Path.Contains(place) && f.Reason.Contains(reason)), string.Join('\n', read.Faults.Found));
    }

    private static string With(string step)
    {
        var json = JsonNode.Parse(step)!.AsObject();
        json.TryAdd("id", "only");
        json.TryAdd("phase", "first");
        json.TryAdd("why", "言葉");
        return json.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private sealed class AllProcedures : IProcedures
    {
        public IReadOnlyList<ProcedureCard> All => [.. LibraryFiles.Slugs.Select(s => LibraryFiles.Edition(s).Card)];

        public ProcedureCard? Card(string slug) => Find(slug)?.Card;

        public ProcedureEdition? Find(string slug) => LifeFiles.Procedure(slug);

        public ProcedureEdition? Edition(string slug, int number) => Find(slug);

        public ProcedureStop? Stop(string slug) => null;

        public Phrase? Title(string slug, int number) => Find(slug)?.Title;

        public IReadOnlyList<ProcedureCard> Search(string? q, string? lifeEvent = null, string? audience = null, string? division = null) => All;

        public IReadOnlyList<ProcedureCard> Nearest(string q, int most) => [];
    }
}
