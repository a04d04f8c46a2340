using System.Text;

namespace Madoguchi.Floor;

internal sealed record Line(string Href, string Title, string Words);

/// <summary>As many lines as make a page as long as the product's of that name.</summary>
internal sealed class Lines
{
    private static readonly Line Sample = new("/procedures/floor", "児童手当 認定請求", "子どもが生まれたとき、市外から引っ越してきたときに出してください。");
    private readonly Dictionary<string, IReadOnlyList<Line>> pages;

    public Lines(string folder)
    {
        var length = Encoding.UTF8.GetByteCount(Sample.Href + Sample.Title + Sample.Words) + 40;
        pages = System.IO.Directory.GetFiles(folder, "*.html")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), IReadOnlyList<Line> (f) => [.. Enumerable.Repeat(Sample, (int)(new FileInfo(f).Length / length))]);
    }

    public IReadOnlyList<Line> Of(string name) => pages[name];
}

internal sealed class PageModel(Lines lines) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    public string Name { get; private set; } = "";

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public void OnGet(string name) => (Name, Lines) = (name, lines.Of(name));
}
