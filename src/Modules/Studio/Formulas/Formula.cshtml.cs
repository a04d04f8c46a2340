using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Formulas;

/// <summary>A part of a step, as the page shows it.</summary>
/// <param name="What">What was chosen: a name, a kind of constant, an option of the first part, or that it is a calculation of its own.</param>
/// <param name="Words">A calculation of its own in words.</param>
internal sealed record ShownPart(int Index, string What, string Value, string? Words);

/// <summary>計算: one step of a calculation or rule, said with lists and words; a part that is a calculation itself has its own page.</summary>
internal sealed class FormulaPage(EditDraft edit, DraftReads reads, IDefinitions definitions) : EditPage
{
    public const string Inner = "inner";
    private static readonly string[] Constants = ["number", "text", "date", "yes", "no"];

    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    /// <summary>The way to calculate that was just chosen; nothing of it is kept yet.</summary>
    [BindProperty(SupportsGet = true, Name = "as")]
    public string? As { get; set; }

    public FormulaPlace Place { get; private set; } = null!;

    public FormulaNode Node { get; private set; } = null!;

    public FormulaKind? Kind => FormulaKinds.Find(Node.Kind);

    public string? Group { get; private set; }

    /// <summary>The whole, and this step, in words; null where nothing is said yet.</summary>
    public string? Whole { get; private set; }

    public string? Step { get; private set; }

    public string? WhereWords { get; private set; }

    public IReadOnlyList<ShownPart> Parts { get; private set; } = [];

    public IReadOnlyList<Choice> Answers { get; private set; } = [];

    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    /// <summary>Options of the choice that the first part names.</summary>
    public IReadOnlyList<Choice> Options { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. FormulaKinds.All.Select(k => new Choice(k.Name, Text[$"staff.studio.formula.{k.Name}"]))];

    public string Path => At ?? "";

    public string Here => $"{Home}/{Place.Href}";

    public string PathOf(string step) => Path.Length == 0 ? step : $"{Path}.{step}";

    public string? Above => Path.Length == 0 ? null : Path.LastIndexOf('.') is >= 0 and var dot ? Path[..dot] : "";

    public LocalizedText NameOf(int index) => Text[Text.Has($"staff.studio.formula.{Node.Kind}.{index}") ? $"staff.studio.formula.{Node.Kind}.{index}" : "staff.studio.formula.part.n", ("number", index + 1)];

    /// <summary>What a part can be.</summary>
    public IReadOnlyList<Choice> Choices(ShownPart part)
    {
        var choices = new List<Choice>();
        if (part.Words is { } words) choices.Add(new Choice(Inner, Text["staff.studio.formula.inner", ("words", words)]));
        if (part.Index > 0) choices.AddRange(Options.Select(o => new Choice("=" + o.Value, Text["staff.studio.formula.option", ("name", o.Label.ToString())])));
        choices.AddRange(Constants.Select(c => new Choice(c, Text[$"staff.studio.formula.constant.{c}"])));
        choices.AddRange(Answers);
        if (part.What is ['$', ..] && Answers.All(n => n.Value != part.What)) choices.Add(new Choice(part.What, part.What));
        return choices;
    }

    public async Task OnGetAsync(Guid id, string kind, string key, CancellationToken stop)
    {
        await ShowAsync(id, kind, key, stop);
        if (FormulaKinds.Find(As) is { } chosen && chosen.Name != Node.Kind) Node = Changed(chosen);
        Answers = AnswersOf(Node);
        Parts = [.. ShownOf(Node)];
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string kind, string key, [FromForm] long version, [FromForm] string? act, CancellationToken stop)
    {
        await ShowAsync(id, kind, key, stop);
        var before = Node;
        var node = act == "remove" ? null : FormulaKinds.Find(As) is { } chosen ? Typed(chosen, before) : null;
        if (act != "remove" && (node is null || !ModelState.IsValid))
        {
            Node = node ?? before;
            Parts = [.. ShownOf(Node)];
            return Page();
        }

        var saved = await edit.RunAsync(id, version, Text["staff.studio.did.formula", ("what", Place.Name)].ToString(), d => Write(d, kind, key, node), stop);
        if (!saved.Refused) return Redirect(Url.Content(act == "remove" && Path.Length == 0 ? $"{Home}/{Place.Back}" : $"{Here}?at={(act == "remove" ? Above : Path)}&saved=true"));
        await ShowRefusalAsync(id, version, saved, FieldAt, stop);
        Place = FormulaPlace.Find(Definition, kind, key) ?? Place;
        Node = node ?? before;
        Parts = [.. ShownOf(Node)];
        return Page();
    }

    private Result Write(Definition definition, string kind, string key, FormulaNode? node)
    {
        if (FormulaPlace.Find(definition, kind, key) is not { } place || FormulaNode.At(place.Node, Path, place.Group) is null) return Refusals.Gone;
        if (node is null && Path.Length == 0 && !place.MayGo) return Refusals.Gone;
        var whole = FormulaNode.With(place.Node, Path, node?.Write());
        if (whole is null) place.Holder.Remove(place.Key);
        else place.Holder[place.Key] = whole;
        return Result.Ok;
    }

    // What was there goes on as far as it fits: 「日数」 of two days becomes 「満年齢」 of the same two.
    private FormulaNode Changed(FormulaKind kind)
    {
        var parts = Node.Kind == FormulaKinds.Kept ? [] : Node.Parts.Take(kind.Most).ToList();
        while (parts.Count < Math.Max(kind.Least, 0)) parts.Add(null);
        return new FormulaNode(kind.Name, parts) { Group = Node.Group.Length > 0 ? Node.Group : Groups.FirstOrDefault()?.Value ?? "", Where = Node.Where };
    }

    private FormulaNode Typed(FormulaKind kind, FormulaNode before)
    {
        var group = Request.Form["group"].ToString();
        var parts = new List<JsonNode?>();
        for (var i = 0; i < kind.Most; i++)
        {
            var what = Request.Form[$"o{i}.what"].ToString();
            if (what.Length == 0 && (i >= kind.Least || kind.Repeats)) continue;
            if (what.Length == 0) ModelState.AddModelError($"o{i}.what", Text["staff.studio.formula.choose"].Source);
            parts.Add(PartOf(what, Request.Form[$"o{i}.value"].ToString(), before.Parts.ElementAtOrDefault(i), i));
        }

        if (kind.Repeats && parts.Count < kind.Least) ModelState.AddModelError($"o{parts.Count}.what", Text["staff.studio.formula.choose"].Source);
        if (kind.Group && Groups.All(g => g.Value != group)) ModelState.AddModelError("group", Text["staff.studio.formula.choose"].Source);
        var codes = Request.Form["codes"].OfType<string>().SelectMany(c => c.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        if (kind.Name == "in" && codes.Count == 0) ModelState.AddModelError("codes", Text["staff.studio.formula.choose"].Source);
        return new FormulaNode(kind.Name, parts)
        {
            // A rule about the items of another group does not fit this one.
            Group = group, Where = kind.Group && before.Group is { Length: > 0 } was && was == group ? before.Where : null, Codes = codes, Pattern = Request.Form["pattern"].ToString().Trim(),
            Rounding = Request.Form["rounding"].ToString() is var rounding && rounding is "up" or "halfUp" ? rounding : "down", Places = TextRules.HalfWidth(Request.Form["places"].ToString()).Trim(),
        };
    }

    private JsonNode? PartOf(string what, string value, JsonNode? before, int index)
    {
        var text = TextRules.Normalise(value);
        switch (what)
        {
            case Inner:
                return before?.DeepClone();
            case ['$', ..]:
                return JsonValue.Create(what);
            case ['=', .. var code]:
                return JsonValue.Create(code);
            case "yes" or "no":
                return JsonValue.Create(what == "yes");
            case "number":
                if (decimal.TryParse(TextRules.HalfWidth(text).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return JsonValue.Create(number);
                ModelState.AddModelError($"o{index}.value", Text["staff.studio.condition.number"].Source);
                return null;
            case "date":
                if (TypedDay.Read(text) is var day && TypedDay.IsDay(day)) return JsonValue.Create(day);
                ModelState.AddModelError($"o{index}.value", Text["staff.studio.formula.day"].Source);
                return JsonValue.Create(text);
            case "text":
                // What begins with these would be read as a name or a day.
                if (text is not ['$' or '@', ..]) return JsonValue.Create(text);
                ModelState.AddModelError($"o{index}.value", Text["staff.studio.formula.text"].Source);
                return null;
            default:
                return null;
        }
    }

    private IEnumerable<ShownPart> ShownOf(FormulaNode node)
    {
        if (Kind is not { } kind) yield break;
        var count = kind.Repeats ? Math.Min(kind.Most, Math.Max(node.Parts.Count, kind.Least) + 1) : kind.Least;
        for (var i = 0; i < count; i++)
        {
            var part = node.Parts.ElementAtOrDefault(i);
            var typed = Request.HasFormContentType ? Request.Form[$"o{i}.what"].ToString() : "";
            if (typed.Length > 0 && typed != Inner) yield return new ShownPart(i, typed, Request.Form[$"o{i}.value"].ToString(), null);
            else yield return Shown(i, part, node.Group.Length > 0 ? node.Group : Group);
        }
    }

    private ShownPart Shown(int index, JsonNode? part, string? group)
    {
        if (part is null) return new ShownPart(index, "", "", null);
        if (part is not JsonValue value) return new ShownPart(index, Inner, "", Say(part, group) ?? Text["staff.studio.kept"].ToString());
        return value.GetValueKind() switch
        {
            JsonValueKind.Number => new ShownPart(index, "number", value.ToJsonString(), null),
            JsonValueKind.True => new ShownPart(index, "yes", "", null),
            JsonValueKind.False => new ShownPart(index, "no", "", null),
            _ when value.GetValue<string>() is ['$', ..] and var name => new ShownPart(index, name, "", null),
            _ when TypedDay.IsDay(value.GetValue<string>()) => new ShownPart(index, "date", TypedDay.Show(value.GetValue<string>()), null),
            _ => new ShownPart(index, index > 0 && Options.Any(o => o.Value == value.GetValue<string>()) ? "=" + value : "text", value.GetValue<string>(), null),
        };
    }

    // What is added up is inside the items.
    private IReadOnlyList<Choice> AnswersOf(FormulaNode node) => new FormulaNames(Definition, Text).In(node.Kind == "sum" ? node.Group : Group, Place.Holder);

    private string? FieldAt(string place) =>
        place.LastIndexOf('[') is > 0 and var open && int.TryParse(place.AsSpan(open + 1, Math.Max(0, place.Length - open - 2)), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Parts.Count ? $"o{index}.what" : null;

    private string? Say(JsonNode? node, string? group) =>
        node is not null && reads.Of(Draft) is { } read ? definitions.SayValue(read.Edition.Form, read.Root, JsonSerializer.SerializeToElement(node), group) : null;

    private async Task ShowAsync(Guid id, string kind, string key, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Place = FormulaPlace.Find(Definition, kind, key) ?? throw new NotFoundException();
        if (Path.Length > 100 || FormulaNode.At(Place.Node, Path, Place.Group) is not { } at) throw new NotFoundException();
        Group = at.Group;
        Node = FormulaNode.Read(at.Node);
        (Whole, Step, WhereWords) = (Say(Place.Node, Place.Group), Path.Length == 0 ? null : Say(at.Node, Group), Say(Node.Where, Node.Group));
        var names = new FormulaNames(Definition, Text);
        Groups = names.Groups;
        Answers = AnswersOf(Node);
        Options = names.Options(Node.Parts.ElementAtOrDefault(0), Group);
    }
}
