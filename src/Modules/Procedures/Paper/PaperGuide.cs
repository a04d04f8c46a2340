using System.Text;

namespace Madoguchi.Procedures.Paper;

/// <summary>記入要領: help and examples of every question that has some, on pages of their own.</summary>
internal sealed class PaperGuide(ProcedureEdition edition, PaperWords words, PaperConditions conditions, IReadOnlyDictionary<string, string> numbers, StringBuilder html)
{
    public void Write()
    {
        html.Append($"<section class=\"guide\"><h1>{words["paper.guide"]}</h1><p>{words.Fill("paper.guide.lead", ("title", edition.Title))}</p>");
        Exits();
        foreach (var (page, number) in edition.Form.Pages.Select((p, i) => (p, i + 1))) Section(page, number);
        html.Append("</section>");
    }

    private void Exits()
    {
        var exits = edition.Form.Pages.SelectMany(p => p.Exits).ToList();
        if (exits.Count == 0) return;
        html.Append($"<h2>{words["paper.guide.exits"]}</h2><ul>");
        foreach (var exit in exits)
            html.Append($"<li><b>{words.Fill("paper.guide.exit", ("when", conditions.Exit(exit.Id)!), ("title", exit.Title.In(words.Language)))}</b><br>{words.Of(exit.Text)} {words.Of(exit.Where)}{(exit.Telephone is { } telephone ? " " + words["paper.telephone", ("number", telephone)] : "")}</li>");
        html.Append("</ul>");
    }

    private void Section(FormPage page, int number)
    {
        var entries = page.Questions.Where(q => q.Type != QuestionType.Info).SelectMany(q => Entries(q, numbers[q.Id])).ToList();
        if (entries.Count == 0) return;
        html.Append($"<h2><span class=\"number\">{number}</span>{words.Of(page.Title)}</h2><dl>{string.Concat(entries)}</dl>");
    }

    private IEnumerable<string> Entries(Question question, string number)
    {
        if (Entry(question, $"<span class=\"q\">{number}</span>{words.Of(question.Short)}") is { } own) yield return own;
        foreach (var inner in question.Questions)
            if (Entry(inner, $"<span class=\"q\">{number}</span>{words.Of(question.ItemLabel!)}：{words.Of(inner.Short)}") is { } entry) yield return entry;
    }

    private string? Entry(Question question, string heading)
    {
        var parts = new List<string>();
        if (question.Help is { } help) parts.Add(words.Of(help));
        if (question.Example is { } example) parts.Add($"{words["paper.example"]}：{words.Of(example)}");
        parts.AddRange(question.Options.Where(o => o.Help is not null).Select(o => $"{words.Of(o.Label)}：{words.Of(o.Help!)}"));
        return parts.Count == 0 ? null : $"<div><dt>{heading}</dt><dd>{string.Join("<br>", parts)}</dd></div>";
    }
}
