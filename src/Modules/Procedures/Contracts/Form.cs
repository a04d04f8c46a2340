namespace Madoguchi.Procedures.Contracts;

/// <summary>
/// The form of one edition, compiled once: validation touches no database and keeps nothing.
/// <c>today</c> is the day of arrival wherever an application exists already.
/// </summary>
public sealed class Form
{
    private readonly JsonElement example;
    private readonly Booking? booking;
    private readonly FrozenDictionary<string, Question> questions;
    private (DateOnly Day, IReadOnlyList<Session> Open)? sessions;

    internal Form(
        IReadOnlyList<FormPage> pages, IReadOnlyList<ComputedValue> computed, ScopePlan plan,
        IReadOnlyList<(string Id, Expression? When)> documents, Booking? booking, FormContext context, JsonElement example)
    {
        (Pages, Computed, Plan, Documents, Context) = (pages, computed, plan, documents, context);
        (this.booking, this.example) = (booking, example);
        var all = pages.SelectMany(p => p.Questions).ToList();
        questions = all.Select(q => (Key: q.Id, q)).Concat(all.SelectMany(g => g.Questions.Select(q => (Key: $"{g.Id}.{q.Id}", q))))
            .DistinctBy(p => p.Key).ToFrozenDictionary(p => p.Key, p => p.q);
    }

    /// <summary>Pages in order.</summary>
    public IReadOnlyList<FormPage> Pages { get; }

    /// <summary>Values computed for the whole form.</summary>
    public IReadOnlyList<ComputedValue> Computed { get; }

    internal ScopePlan Plan { get; }

    internal IReadOnlyList<(string Id, Expression? When)> Documents { get; }

    internal FormContext Context { get; }

    /// <summary>The question under <c>id</c>, <c>group.id</c> or <c>group[0].id</c>, or null.</summary>
    public Question? Question(string idOrKey)
    {
        var open = idOrKey.IndexOf('[');
        var close = idOrKey.IndexOf(']');
        var id = open >= 0 && close > open ? idOrKey[..open] + idOrKey[(close + 1)..] : idOrKey;
        return questions.GetValueOrDefault(id);
    }

    /// <summary>Judges all answers.</summary>
    public Checked Validate(JsonElement answers, DateOnly today, Language language = Language.Ja) =>
        new Judge(new AnswerReader(this, today, language), null).Run(answers);

    /// <summary>Judges the answers as far as one page goes: only its questions give errors.</summary>
    public Checked ValidatePage(string page, JsonElement answers, DateOnly today, Language language = Language.Ja) =>
        new Judge(new AnswerReader(this, today, language), page).Run(answers);

    /// <summary>The visible questions with their answers as people read them, page by page.</summary>
    public IReadOnlyList<ShownPage> Show(JsonElement answers, DateOnly today, Language language) => new Display(this, today, language).Run(answers);

    /// <summary>The API's <c>form</c>: pages and questions in one language.</summary>
    public JsonObject ToJson(Language language, DateOnly today) => FormJson.Of(this, language, today);

    /// <summary>JSON Schema 2020-12 of an answers object.</summary>
    public JsonObject Schema(DateOnly today) => AnswerSchema.Of(this, today);

    /// <summary>A complete valid answers object as of a day.</summary>
    public JsonObject Example(DateOnly today) => ExampleAnswers.Of(example, this, today);

    /// <summary>Walks the form with random answers that keep its rules; the same seed on the same day gives the same.</summary>
    /// <param name="definition">The definition this form was read from.</param>
    public RandomTrial TryAtRandom(JsonElement definition, int seed, DateOnly today) => new Domain.Trying.RandomRuns(this, definition, seed, today).Run();

    internal IReadOnlyList<Session> OpenSessions(DateOnly today)
    {
        if (booking is null) return [];
        if (sessions is { } known && known.Day == today) return known.Open;
        var open = SessionCalendar.Open(booking, today, Context.Calendar);
        sessions = (today, open);
        return open;
    }
}
