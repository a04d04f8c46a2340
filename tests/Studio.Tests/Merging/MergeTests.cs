using System.Text.Json.Nodes;
using Madoguchi.Studio.Merging;

namespace Studio.Tests.Merging;

/// <summary>What an update does to a city's own procedure, case by case.</summary>
public sealed class MergeTests
{
    private const string Base = """
        {
          "title": {"ja": "公園の利用", "en": "Use of a park"}, "keywords": ["公園"], "legalBasis": [{"law": "公園条例"}],
          "fee": {"kind": "fixed", "amount": 300, "text": {"ja": "300円"}},
          "form": {"pages": [
            {"id": "p1", "title": "一", "questions": [
              {"id": "a", "type": "text", "label": {"ja": "あ"}}, {"id": "b", "type": "choice", "label": {"ja": "い"}, "options": [{"code": "x", "label": "エ"}, {"code": "y", "label": "ワ"}]},
              {"id": "g", "type": "group", "label": "児童", "questions": [{"id": "n", "type": "text", "label": {"ja": "名"}}]}]},
            {"id": "p2", "title": "二", "questions": [{"id": "c", "type": "text", "label": {"ja": "う"}}]}]}
        }
        """;

    [Fact]
    public void A_question_that_moved_to_another_page_there_and_was_reworded_here_is_both()
    {
        var merged = Run(
            t => Move(t, "a", 0, 1),
            m => Question(m, 0, "a")["label"]!["ja"] = "ああ");
        Assert.Empty(merged.Conflicts);
        Assert.Equal(["b", "g"], Ids(merged.Definition, 0));
        Assert.Equal(["c", "a"], Ids(merged.Definition, 1));
        Assert.Equal("ああ", Question(merged.Definition, 1, "a")["label"]!["ja"]!.ToString());
    }

    [Fact]
    public void Two_languages_of_one_label_are_two_things_and_one_language_is_a_conflict_with_all_three_values()
    {
        var merged = Run(
            t => { t["title"]!["en"] = "Using a park"; t["title"]!["ja"] = "公園をつかう"; },
            m => m["title"]!["ja"] = "港公園の利用");
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal(["title", "ja"], conflict.Path);
        Assert.Equal(("公園の利用", "公園をつかう", "港公園の利用"), (conflict.Base!.ToString(), conflict.Theirs!.ToString(), conflict.Mine!.ToString()));
        Assert.Equal("Using a park", merged.Definition["title"]!["en"]!.ToString());
        var chosen = Run(t => { t["title"]!["en"] = "Using a park"; t["title"]!["ja"] = "公園をつかう"; }, m => m["title"]!["ja"] = "港公園の利用", new() { [conflict.Key] = Side.Theirs });
        Assert.Equal("公園をつかう", chosen.Definition["title"]!["ja"]!.ToString());
    }

    [Fact]
    public void What_one_side_removed_and_the_other_changed_is_asked_as_a_whole()
    {
        var merged = Run(t => List(t, 0).Remove(Question(t, 0, "b")), m => Question(m, 0, "b")["options"]![0]!["label"] = "エックス");
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal((ConflictKind.Part, "form/questions/b"), (conflict.Kind, string.Join('/', conflict.Path)));
        Assert.Null(conflict.Theirs);
        Assert.Equal(["a", "b", "g"], Ids(merged.Definition, 0));
    }

    [Fact]
    public void A_page_that_is_gone_there_stays_for_the_question_that_is_new_here()
    {
        var merged = Run(t => t["form"]!["pages"]!.AsArray().RemoveAt(1), m => List(m, 1).Add((JsonNode)new JsonObject { ["id"] = "mine", ["type"] = "text", ["label"] = "市の問い" }));
        Assert.Empty(merged.Conflicts);
        Assert.Equal(["p2"], merged.Kept);
        Assert.Equal(["mine"], Ids(merged.Definition, 1));
    }

    [Fact]
    public void Another_kind_of_question_makes_its_fields_one_thing()
    {
        var merged = Run(t => { Question(t, 0, "a")["type"] = "choice"; Question(t, 0, "a")["options"] = new JsonArray(); }, m => Question(m, 0, "a")["maxLength"] = 20);
        Assert.Equal("form/questions/a", string.Join('/', Assert.Single(merged.Conflicts).Path));
        Assert.Null(Question(merged.Definition, 0, "a")["options"]);
        var fee = Run(t => t["fee"] = JsonNode.Parse("""{"kind": "free", "text": {"ja": "無料"}}"""), m => m["fee"]!["amount"] = 500);
        Assert.Equal("fee", string.Join('/', Assert.Single(fee.Conflicts).Path));
    }

    [Fact]
    public void Moves_of_different_parts_are_both_done_and_contrary_ones_are_asked()
    {
        JsonObject Five() => JsonNode.Parse("""{"form": {"pages": [{"id": "p", "questions": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}, {"id": "e"}]}]}}""")!.AsObject();
        JsonObject As(params string[] order)
        {
            var made = Five();
            made["form"]!["pages"]![0]!["questions"] = new JsonArray([.. order.Select(id => (JsonNode)new JsonObject { ["id"] = id })]);
            return made;
        }

        var merged = ThreeWayMerge.Run(Five(), As("b", "c", "d", "e", "a"), As("e", "a", "b", "c", "d"));
        Assert.Empty(merged.Conflicts);
        Assert.Equal(["e", "b", "c", "d", "a"], Ids(merged.Definition, 0));

        var with = ThreeWayMerge.Run(Five(), As("a", "b", "neu", "c", "d", "e"), As("c", "b", "a", "own", "d", "e"));
        Assert.Empty(with.Conflicts);
        Assert.Equal(["c", "b", "neu", "a", "own", "d", "e"], Ids(with.Definition, 0));

        var contrary = ThreeWayMerge.Run(As("a", "b", "c"), As("b", "a", "c"), As("a", "c", "b"));
        Assert.Equal(ConflictKind.Order, Assert.Single(contrary.Conflicts).Kind);
        Assert.Equal(["a", "c", "b"], Ids(contrary.Definition, 0));
        var theirs = ThreeWayMerge.Run(As("a", "b", "c"), As("b", "a", "c"), As("a", "c", "b"), new Dictionary<string, Side> { [contrary.Conflicts[0].Key] = Side.Theirs });
        Assert.Equal(["b", "a", "c"], Ids(theirs.Definition, 0));
    }

    [Fact]
    public void Words_laws_and_questions_inside_a_group_are_known_by_name()
    {
        var merged = Run(
            t => { t["keywords"]!.AsArray().Add("広場"); t["legalBasis"]!.AsArray().Add(JsonNode.Parse("""{"law": "都市公園法"}""")); Inner(t).Add(JsonNode.Parse("""{"id": "k", "type": "text", "label": "かな"}""")); },
            m => { m["keywords"]!.AsArray().Add("遊具"); m["legalBasis"]![0]!["law"] = "港公園条例"; Inner(m)[0]!["label"]!["ja"] = "名前"; });
        Assert.Empty(merged.Conflicts);
        Assert.Equal(["公園", "広場", "遊具"], merged.Definition["keywords"]!.AsArray().Select(k => k!.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["港公園条例", "都市公園法"], merged.Definition["legalBasis"]!.AsArray().Select(l => l!["law"]!.ToString()));
        Assert.Equal(["名前", "かな"], Inner(merged.Definition).Select(q => q!["label"] is JsonObject label ? label["ja"]!.ToString() : q["label"]!.ToString()));

        static JsonArray Inner(JsonObject d) => Question(d, 0, "g")["questions"]!.AsArray();
    }

    [Fact]
    public void Removals_are_asked_when_wanted_and_stay_removals_without_an_answer()
    {
        var (before, theirs, mine) = (Parsed(), Parsed(), Parsed());
        List(theirs, 0).Remove(Question(theirs, 0, "a"));
        mine["title"]!["ja"] = "別の名";
        var merged = ThreeWayMerge.Run(before, theirs, mine, askRemovals: true);
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal((ConflictKind.Removal, "form/questions/a"), (conflict.Kind, string.Join('/', conflict.Path)));
        Assert.Equal(["b", "g"], Ids(merged.Definition, 0));
        var stays = ThreeWayMerge.Run(before, theirs, mine, new Dictionary<string, Side> { [conflict.Key] = Side.Mine }, askRemovals: true);
        Assert.Equal(["a", "b", "g"], Ids(stays.Definition, 0));
    }

    private static Merged Run(Action<JsonObject> there, Action<JsonObject> here, Dictionary<string, Side>? choices = null)
    {
        var (theirs, mine) = (Parsed(), Parsed());
        there(theirs);
        here(mine);
        return ThreeWayMerge.Run(Parsed(), theirs, mine, choices);
    }

    private static JsonObject Parsed() => JsonNode.Parse(Base)!.AsObject();

    private static JsonArray List(JsonObject d, int page) => d["form"]!["pages"]![page]!["questions"]!.AsArray();

    private static JsonObject Question(JsonObject d, int page, string id) => List(d, page).OfType<JsonObject>().First(q => q["id"]!.ToString() == id);

    private static IEnumerable<string> Ids(JsonObject d, int page) => List(d, page).Select(q => q!["id"]!.ToString());

    private static void Move(JsonObject d, string id, int from, int to)
    {
        var question = Question(d, from, id);
        List(d, from).Remove(question);
        List(d, to).Add((JsonNode)question);
    }
}
