using Madoguchi.Files.Contracts;

namespace Madoguchi.Applications.Questions;

/// <summary>Answers of one page in words, with a way to change them while they may be changed.</summary>
/// <param name="ChangeHref">Where they are changed; null when they may not be.</param>
/// <param name="Checked">For warnings; null when they are of no use any more.</param>
internal sealed record ShownAnswers(IReadOnlyList<ShownAnswer> Answers, IReadOnlyDictionary<string, StoredFile> Files, string? ChangeHref = null, Checked? Checked = null)
{
    /// <summary>Answers item by item; those outside groups have no heading.</summary>
    public IEnumerable<(string? Heading, IReadOnlyList<ShownAnswer> Answers)> Parts
    {
        get
        {
            var part = new List<ShownAnswer>();
            var before = "";
            foreach (var answer in Answers)
            {
                var item = answer.Item is null ? "" : answer.Key[..(answer.Key.IndexOf(']') + 1)];
                if (item != before && part.Count > 0)
                {
                    yield return (part[0].Item, part);
                    part = [];
                }

                before = item;
                part.Add(answer);
            }

            if (part.Count > 0) yield return (part[0].Item, part);
        }
    }

    public IEnumerable<LocalizedText> WarningsOf(string key) => Checked?.Warnings.Where(w => w.Field == key).Select(w => w.Text) ?? [];
}
