using Madoguchi.Applications.Contracts;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Preview;

/// <summary>見る: a draft as residents will see it, in each language, as narrow as a telephone or wide; filled with the sample answers or empty.</summary>
internal sealed class PreviewPage(DraftDesk desk, DraftReads reads, RandomTrials trials, IFormPreview forms, TimeProvider clock) : StaffPage
{
    /// <summary>The last page, where all answers are looked at.</summary>
    public const string Check = "check";

    private JsonElement answers;

    [BindProperty(SupportsGet = true, Name = "lang")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "width")]
    public string? Width { get; set; }

    [BindProperty(SupportsGet = true, Name = "answers")]
    public string? Answers { get; set; }

    /// <summary>With <c>answers=random</c>: of which trial, and which run of it.</summary>
    [BindProperty(SupportsGet = true, Name = "seed")]
    public string? Seed { get; set; }

    [BindProperty(SupportsGet = true, Name = "run")]
    public int Run { get; set; }

    /// <summary>What these answers lead out by; they are those of a random run.</summary>
    public FormExit? Exit { get; private set; }

    public bool IsRandom => Answers == "random";

    public Draft Draft { get; private set; } = null!;

    public ProcedureEdition Edition { get; private set; } = null!;

    /// <summary>Null on the check page.</summary>
    public FormPage? Current { get; private set; }

    public IReadOnlyList<PreviewPart> Parts { get; private set; } = [];

    public IReadOnlyList<PreviewTopic> Topics { get; private set; } = [];

    /// <summary>Whether the sample answers could be sent today.</summary>
    public bool IsValid { get; private set; }

    /// <summary>Letters with the sample results, for the check page.</summary>
    public IReadOnlyList<LetterTrial> Letters { get; private set; } = [];

    public Language Language => Languages.All.FirstOrDefault(l => l.Code() == Code);

    /// <summary>Whether the way back leads to the studio; else to the approval.</summary>
    public bool MayEdit => Actor.May(ProceduresPermissions.Edit, Draft.Division);

    public bool IsWide => Width == "desktop";

    public bool IsEmpty => Answers == "none";

    public async Task<IActionResult> OnGetAsync(Guid id, string? topic, CancellationToken stop)
    {
        Draft = await desk.LookAsync(id, stop);
        if (reads.Of(Draft) is not { } read) throw new NotFoundException();
        Edition = read.Edition;
        var today = clock.Today();
        answers = IsRandom ? Drawn(read, today) : JsonSerializer.SerializeToElement(IsEmpty ? [] : Edition.Form.Example(today));
        Current = topic == Check ? null : topic is null ? Edition.Form.Pages[0] : Edition.Form.Pages.FirstOrDefault(p => p.Id == topic) ?? throw new NotFoundException();
        Text.Language = Language;
        if (Current is { } page) Parts = await forms.PageAsync(Edition, page, answers, today, stop);
        else Topics = await forms.CheckAsync(Edition, answers, today, stop);
        Text.Language = Language.Ja;
        if (Current is not null) return Page();
        IsValid = Edition.Form.Validate(answers, today).Valid;
        Letters = IsEmpty || IsRandom ? [] : Edition.Trials(today);
        return Page();
    }

    /// <summary>Questions of the page that these answers do not bring out.</summary>
    public IReadOnlyList<Question> Hidden
    {
        get
        {
            if (Current is not { } page) return [];
            var judged = Edition.Form.Validate(answers, clock.Today());
            return [.. page.Questions.Where(q => !judged.Visible.Contains(q.Id))];
        }
    }

    private JsonElement Drawn(ReadDraft read, DateOnly today)
    {
        if (!TrialPage.TryRead(Seed, out var seed) || trials.Of(Draft, read, seed.Value, today).Kept.FirstOrDefault(k => k.Number == Run) is not { } run) throw new NotFoundException();
        Exit = run.Exit;
        return JsonDocument.Parse(run.Answers).RootElement;
    }

    public string Href(string? topic = null, string? lang = null, string? width = null, string? filled = null) =>
        Url.Content($"~/staff/studio/{Draft.Id}/preview/{topic ?? Current?.Id ?? Check}?lang={lang ?? Language.Code()}&width={width ?? (IsWide ? "desktop" : "phone")}&answers={filled ?? (IsRandom ? $"random&seed={Uri.EscapeDataString(Seed!)}&run={Run}" : IsEmpty ? "none" : "example")}");
}
