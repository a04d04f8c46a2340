using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Data;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.FiscalYears;

/// <summary>年度更新: drafts of the chosen procedures with what the officer saw and took. A procedure is rolled as a whole or not at all.</summary>
internal sealed class RollYear(StudioDb db, Database database, ReadYear read, IProcedures procedures, IDefinitions definitions, BusinessCalendar calendar, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public const int LongestText = 10_000;

    /// <param name="Number">The edition the officer had before them.</param>
    /// <param name="Taken">What was taken: place in what is found → its new value as typed.</param>
    internal sealed record Chosen(string Slug, int Number, IReadOnlyDictionary<int, string> Taken);

    /// <param name="From">The fiscal year that ends.</param>
    /// <param name="WithoutFaulty">Make those that can be made, leave the others.</param>
    internal sealed record Input(string Division, int From, IReadOnlyList<Chosen> Chosen, bool WithoutFaulty);

    /// <param name="Left">Titles of what could not be rolled: changed by somebody else since it was shown, or with a fault.</param>
    internal sealed record Done(int Made, IReadOnlyList<string> Left);

    public static string FieldOf(string slug, int place) => $"v.{slug}.{place}";

    public async Task<Result<Done>> RunAsync(Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit, input.Division);
        var cards = procedures.All.Where(c => c.Division == input.Division).ToDictionary(c => c.Slug);
        var chosen = input.Chosen.Where(c => cards.ContainsKey(c.Slug)).DistinctBy(c => c.Slug).ToList();
        // Always in the same order: two officers who roll the same forms wait for one another, and the second sees what the first made.
        foreach (var slug in chosen.Select(c => c.Slug).Order(StringComparer.Ordinal)) await SlugTurn.TakeAsync(database, slug, stop);
        var drafts = (await read.DraftsAsync([.. chosen.Select(c => c.Slug)], input.From + 1, stop)).Select(d => d.Slug).ToHashSet();
        var moved = chosen.Where(c => drafts.Contains(c.Slug) || cards[c.Slug].Number != c.Number).ToList();
        var texts = await definitions.TextsAsync([.. chosen.Except(moved).Select(c => (c.Slug, c.Number))], stop);

        var (made, errors) = (new List<(Definition Was, Definition Is, int Places)>(), new List<FieldError>());
        var left = moved.ConvertAll(c => cards[c.Slug].Title.Ja);
        foreach (var one in chosen.Where(c => texts.ContainsKey(c.Slug)))
        {
            var rolled = Roll(one, texts[one.Slug], input.From, out var faults);
            if (faults.Count > 0) left.Add(cards[one.Slug].Title.Ja);
            else if (rolled.Places > 0) made.Add(rolled);
            errors.AddRange(faults);
        }

        if (errors.Count > 0 && !input.WithoutFaulty) return Refusal.Invalid(errors);
        if (made.Count == 0 && left.Count == 0) return Refusals.NothingToRoll;
        foreach (var (was, now, places) in made) Add(was, now, places, cards[was.Root["slug"]!.GetValue<string>()].Number, input.From + 1);
        return new Done(made.Count, left);
    }

    private (Definition Was, Definition Is, int Places) Roll(Chosen one, string text, int from, out List<FieldError> faults)
    {
        var definition = Definition.Parse(text);
        var found = new FindYears(calendar).Of(definition, from);
        faults = [];
        var places = 0;
        foreach (var (place, typed) in one.Taken.Where(t => t.Key >= 0 && t.Key < found.Count))
        {
            if (ValueOf(found[place], typed) is not { } value) faults.Add(new FieldError(FieldOf(one.Slug, place), ErrorOf(found[place].Kind)));
            else if (value.ToJsonString() != found[place].Value.ToJsonString())
            {
                found[place].Value.ReplaceWith(value);
                places++;
            }
        }

        if (faults.Count == 0 && places > 0 && definitions.Read(definition.Text) is { Edition: null } unread)
            faults.AddRange(unread.Faults.Take(10).Select(f => new FieldError($"p.{one.Slug}", "studio-fault", ("reason", FaultWords.Of(f.Reason, _ => null, Places.Of(f.Place, definition)?.Name)))));
        return (Definition.Parse(text), definition, places);
    }

    // Days may be typed in any way the house reads; the time of day stays.
    private static JsonValue? ValueOf(FoundYear found, string typed)
    {
        var text = TextRules.Normalise(typed);
        switch (found.Kind)
        {
            case FoundKind.Amount:
                return decimal.TryParse(TextRules.HalfWidth(text).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && number <= 1_000_000_000 && (found.Now.Contains('.', StringComparison.Ordinal) || number == decimal.Truncate(number)) ? JsonValue.Create(number) : null;
            case FoundKind.Day:
                var time = found.Now.Length > 10 ? found.Now[10..] : "";
                var plain = TextRules.HalfWidth(text);
                if (time.Length > 0 && plain.Length == 16 && FindYears.IsDay(plain, out _)) return JsonValue.Create(plain);
                return JapaneseDate.TryParse(plain, out var day) ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + time) : null;
            default:
                return text.Length is > 0 and <= LongestText && TextRules.IsClean(typed) ? JsonValue.Create(text == TextRules.Normalise(found.Now) ? found.Now : text) : null;
        }
    }

    private static string ErrorOf(FoundKind kind) => kind switch { FoundKind.Day => "studio-year-day", FoundKind.Amount => "studio-year-amount", _ => "studio-year-text" };

    private void Add(Definition was, Definition now, int places, int number, int year)
    {
        var at = clock.Now();
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(), Slug = was.Root["slug"]!.GetValue<string>(), Title = was.Title, Division = was.Division, Owner = Draft.OwnerIn(was.Division), StartedFrom = DraftStart.Edition,
            Source = was.Root["slug"]!.GetValue<string>(), BaseNumber = number, Definition = was.Text, StartedBy = actor.Id, StartedAt = at, ChangedBy = actor.Id, ChangedAt = at, RolledTo = year,
        };
        var name = JapaneseDate.FiscalYearName(new DateOnly(year, 5, 1));
        db.Add(draft);
        db.Add(draft.Begin($"第{number}版から始めました"));
        db.Add(draft.Change(now.Text, now.Title, now.Division, $"{name}に更新しました（{places}か所）", actor.Id, at));
        audit.Record("procedures.yearRolled", "draft", draft.Id.ToString(), new { draft.Slug, draft.Division, Year = year, Places = places });
    }
}
