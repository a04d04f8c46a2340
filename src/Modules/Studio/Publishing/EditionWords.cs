namespace Madoguchi.Studio.Publishing;

internal static class EditionWords
{
    /// <summary>Who published an edition.</summary>
    public static string By(EditionRef edition, IReadOnlyDictionary<string, PersonRef> names, Localizer text) =>
        edition.PublishedBy == "library" ? text["staff.studio.editions.library"].ToString() : names.GetValueOrDefault(edition.PublishedBy)?.Name ?? edition.PublishedBy;
}
