using System.Text.RegularExpressions;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Sharing;

/// <summary>
/// Takes out of a definition what belongs to another city: its name, telephones, addresses, people in samples, posts and symbols.
/// What is left to choose or to check is noted with its place.
/// </summary>
internal sealed partial class AdaptToCity(IDirectory directory, IDefinitions definitions, TimeProvider clock)
{
    // Telephones, mail addresses, postal codes with what follows them.
    private static readonly Regex Contact = new(@"0\d{1,4}[-‐－(（ ]\d{1,4}[-‐－)） ]\d{3,4}|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|〒\s?\d{3}[-－]?\d{4}[^\s。、」）]*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly HashSet<string> Personal = ["name", "address", "telephone", "email", "bank", "mapPoint"];

    /// <summary>The same file gives the same definition each time, so that two of them can be compared.</summary>
    public (Definition Definition, List<ImportNote> Notes) Run(ProcedurePackage package)
    {
        var definition = Definition.Parse(package.Definition);
        var notes = new List<ImportNote>();
        if (IsOurs(package)) return (definition, notes);
        definition.Root.Remove("formNumber");
        Exits(definition, notes);
        Walk(definition.Root, "$", package.Source, notes);
        foreach (var (key, _, question) in definition.Questions().ToList())
            if (Personal.Contains(Definition.Type(question))) Samples.Put(definition, key, question, directory);
        if (directory.Authority(Plain(definition.Root["disposingAuthority"]), clock.Today()) is null)
        {
            notes.Add(new ImportNote("$.disposingAuthority", $"処分庁「{definition.Root["disposingAuthority"]}」は、この市に登録がありません。{directory.City.Name}長にしました。確かめてください。"));
            definition.Root["disposingAuthority"] = $"{directory.City.Name}長";
        }

        return (definition, notes);
    }

    /// <summary>Gives it to a division here; what only the other city has gives way until somebody chooses.</summary>
    public void Settle(Definition definition, ProcedurePackage package, Division division, string slug, List<ImportNote> notes)
    {
        definition.Root["slug"] = slug;
        definition.Root["division"] = division.Code;
        definition.Root["owner"] = division.Code;
        if (IsOurs(package)) return;
        foreach (var (step, i) in definition.Root["route"]!.AsArray().OfType<JsonObject>().Select((s, i) => (s, i)))
        {
            var post = Plain(step["post"]);
            if (post.StartsWith("own:", StringComparison.Ordinal) || directory.Post(post) is not null) continue;
            notes.Add(new ImportNote($"$.route[{i}].post", $"決裁ルートの職「{post}」は、この市にありません。担当課の課長にしてあります。選び直してください。"));
            step["post"] = "own:manager";
        }

        foreach (var (name, notice) in definition.Root["notices"]!.AsObject())
        {
            if (notice?["documentNumber"] is not JsonObject number || Plain(number["symbol"]) == division.DocumentSymbol || division.DocumentSymbol.Length == 0) continue;
            notes.Add(new ImportNote($"$.notices.{name}.documentNumber.symbol", $"文書記号「{number["symbol"]}」を、担当課の「{division.DocumentSymbol}」にしました。"));
            number["symbol"] = division.DocumentSymbol;
        }

        foreach (var (key, what) in ((string, string)[])[("pia", "特定個人情報保護評価"), ("personalDataFile", "個人情報ファイル"), ("onlineBasis", "オンライン化の根拠")])
            if (definition.Root[key] is not null) notes.Add(new ImportNote($"$.{key}", $"{what}は、市ごとに違います。この市のものにしてください。"));
        if (definition.Root["legalBasis"] is JsonArray laws && laws.Any(l => Own().IsMatch(Plain(l?["law"])))) notes.Add(new ImportNote("$.legalBasis", "条例・規則・要綱は、市ごとに違います。この市のものにしてください。"));
    }

    // Anybody can write the city's code into a file: it is the city's own only when the city published these very words.
    private bool IsOurs(ProcedurePackage package) =>
        package.Source.LgCode == directory.City.LgCode && package.Source.Edition is { } number
        && definitions.Text(package.Source.Slug, number) is { } published && Definition.Parse(published).Text == package.Definition;

    // What is read by telephone or mail here already, in a file that says it comes from here: another machine of the same city.
    private bool IsKnownHere(string contact, PackageSource source) =>
        contact.Contains("@example.", StringComparison.Ordinal)
        || (source.LgCode == directory.City.LgCode && directory.Divisions.Select(d => d.Telephone).Append(directory.City.Telephone).Contains(contact));

    private void Exits(Definition definition, List<ImportNote> notes)
    {
        foreach (var (page, p) in definition.Pages.OfType<JsonObject>().Select((page, p) => (page, p)))
            foreach (var (exit, i) in (page["exits"] as JsonArray ?? []).OfType<JsonObject>().Select((exit, i) => (exit, i)))
            {
                var gone = exit.Remove("telephone") | exit.Remove("hours") | DropUrl(exit);
                notes.Add(new ImportNote($"$.form.pages[{p}].exits[{i}].where", $"出口「{Phrases.Ja(exit["title"])}」の行き先を確かめてください{(gone ? "。元の市の電話・受付時間・リンクは消しました" : "")}。"));
            }

        foreach (var (notice, i) in (definition.Root["firstNotices"] as JsonArray ?? []).OfType<JsonObject>().Select((n, i) => (n, i)))
            if (DropUrl(notice)) notes.Add(new ImportNote($"$.firstNotices[{i}].url", "元の市のリンクを消しました。要るときは書いてください。"));
        foreach (var (outcome, after) in definition.Root["afterwards"] as JsonObject ?? [])
            foreach (var (step, i) in (after?["steps"] as JsonArray ?? []).OfType<JsonObject>().Select((s, i) => (s, i)))
                if (DropUrl(step)) notes.Add(new ImportNote($"$.afterwards.{outcome}.steps[{i}].url", "元の市のリンクを消しました。要るときは書いてください。"));
    }

    private bool DropUrl(JsonObject of)
    {
        if (of["url"] is not { } url || Kept(Plain(url))) return false;
        return of.Remove("url");
    }

    // Pages of the state, and procedures every city of this program has.
    private bool Kept(string url) =>
        url.StartsWith("/procedures/", StringComparison.Ordinal) ? definitions.Library.ContainsKey(url["/procedures/".Length..])
        : Uri.TryCreate(url, UriKind.Absolute, out var at) && at.Scheme == "https" && at.Host.EndsWith(".go.jp", StringComparison.Ordinal);

    private void Walk(JsonNode node, string place, PackageSource source, List<ImportNote> notes)
    {
        if (node is JsonObject many)
        {
            foreach (var (key, value) in many.ToList())
                if (key == "regex" || value is null) continue;
                else if (Rewritten(value, $"{place}.{key}", source, notes) is { } text) many[key] = text;
                else Walk(value, $"{place}.{key}", source, notes);
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                if (list[i] is not { } value) continue;
                else if (Rewritten(value, $"{place}[{i}]", source, notes) is { } text) list[i] = text;
                else Walk(value, $"{place}[{i}]", source, notes);
        }
    }

    private string? Rewritten(JsonNode node, string place, PackageSource source, List<ImportNote> notes)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text)) return null;
        var city = directory.City;
        var named = Named(Named(Named(text, source.City, city.Name), source.Prefecture, city.Prefecture), source.English, city.English);
        var plain = Contact.Replace(named, m => IsKnownHere(m.Value, source) ? m.Value : "（この市の連絡先）");
        if (plain != named) notes.Add(new ImportNote(place, $"元の市の連絡先を消しました。「{DraftStep.Short(plain, 60)}」を書き直してください。"));
        return plain == text ? null : plain;
    }

    // A name may carry its reading: {みなと台市|みなとだいし}.
    private static string Named(string text, string theirs, string ours)
    {
        if (theirs.Length < 2 || !text.Contains(theirs, StringComparison.Ordinal)) return text;
        var bare = Regex.Replace(text, @"\{" + Regex.Escape(theirs) + @"\|[^{}]*\}", _ => ours, RegexOptions.NonBacktracking);
        return bare.Replace(theirs, ours, StringComparison.Ordinal);
    }

    private static string Plain(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    [GeneratedRegex("条例|規則|要綱|要領|告示")]
    private static partial Regex Own();
}
