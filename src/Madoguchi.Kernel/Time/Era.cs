using System.Globalization;

namespace Madoguchi.Kernel.Time;

/// <summary>One 元号, from the table <c>eras.txt</c>.</summary>
internal sealed record Era(string Name, string Short, string Letter, DateOnly FirstDay)
{
    /// <summary>Newest first.</summary>
    public static readonly IReadOnlyList<Era> All = [.. Read()];

    public int YearOf(int gregorianYear) => gregorianYear - FirstDay.Year + 1;

    /// <summary>The era a day belongs to; null before 明治.</summary>
    public static Era? Of(DateOnly day) => All.FirstOrDefault(e => e.FirstDay <= day);

    public static Era? Named(string text) => All.FirstOrDefault(e => e.Name == text || e.Short == text || e.Letter == text.ToUpperInvariant());

    private static IEnumerable<Era> Read()
    {
        using var stream = typeof(Era).Assembly.GetManifestResourceStream("Madoguchi.Kernel.Time.eras.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            var cells = line.Split(' ');
            yield return new Era(cells[0], cells[1], cells[2], DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}
