namespace Madoguchi.Applications.Domain;

/// <summary>Answers about a life event, kept without a name so that the list can be opened again: whoever knows its address sees it.</summary>
internal sealed class LifePlan
{
    /// <summary>Not to be guessed: the address is all that guards it.</summary>
    public Guid Id { get; init; }

    /// <summary>Slug of the life event.</summary>
    public string LifeEvent { get; init; } = "";

    /// <summary>JSON as the questions accepted it.</summary>
    public string Answers { get; init; } = "{}";

    public DateTime CreatedAt { get; init; }
}
