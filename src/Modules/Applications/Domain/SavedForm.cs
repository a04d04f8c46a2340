namespace Madoguchi.Applications.Domain;

/// <summary>下書き: what a person has typed so far; saved on the server at every page, resumed on any device.</summary>
internal sealed class SavedForm
{
    public Guid Id { get; init; }

    public string Account { get; init; } = "";

    public string Procedure { get; init; } = "";

    /// <summary>The edition whose questions the answers answer.</summary>
    public int ProcedureEdition { get; private set; }

    /// <summary>The edition it was begun with: whoever goes on by a newer one is told what changed.</summary>
    public int BegunEdition { get; init; }

    /// <summary>JSON as typed, valid or not.</summary>
    public string Answers { get; private set; } = "{}";

    /// <summary>Page the person was on last.</summary>
    public string? Page { get; private set; }

    /// <summary>Keys of the answers filled in from earlier ones, one a line.</summary>
    public string Prefilled { get; init; } = "";

    /// <summary>JSON of channel, arrival and person when an officer copies it from paper; null for those who apply themselves.</summary>
    public string? Came { get; private set; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; private set; }

    public long Version { get; private set; } = 1;

    /// <summary>Intake number once submitted; the form is kept so that a second click shows the receipt again.</summary>
    public string? SubmittedAs { get; private set; }

    public void ComeBy(string came) => Came = came;

    public void Keep(string answers, string? page, int edition, DateTime now)
    {
        Answers = answers;
        ProcedureEdition = edition;
        Page = page ?? Page;
        UpdatedAt = now;
        Version++;
    }

    public void SubmitAs(string intakeNumber, DateTime now)
    {
        SubmittedAs = intakeNumber;
        Answers = "{}";
        UpdatedAt = now;
        Version++;
    }
}
