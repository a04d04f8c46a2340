using System.Text;
using static Madoguchi.Procedures.Paper.Markup;

namespace Madoguchi.Procedures.Paper;

/// <summary>The questions of a page, or of one item of a group, one below the other.</summary>
internal sealed class PaperRows(PaperWords words, PaperConditions conditions, PaperFields fields, StringBuilder html, IReadOnlyList<Question> questions, Form form, IReadOnlyDictionary<string, string> numbers)
{
    private const int EmptyItems = 3;
    private const int MostColumns = 5;
    private bool open;

    /// <param name="prefix">Id of the group with a dot.</param>
    public void Write(PaperAnswers answers, string prefix, bool empty)
    {
        foreach (var question in questions)
        {
            var numbered = prefix.Length == 0 && numbers.TryGetValue(question.Id, out var number) ? $"<span class=\"q\">{number}</span>" : "";
            if (question.Type == QuestionType.Group) Group(question, answers, numbered, empty);
            else if (question.Type == QuestionType.Info) Whole($"<p><b>{words.Of(question.Label)}</b>{(question.Help is { } help ? "<br>" + words.Of(help) : "")}</p>", "info");
            else if (question.Type == QuestionType.Declaration) Whole($"{Notes(question, prefix)}<div class=\"declared\">{numbered}{Tick(answers.IsTrue(question.Id), words.Of(question.Label))}</div>", "declaration");
            else Row(question, numbered, prefix, answers);
        }

        Close();
    }

    private void Row(Question question, string numbered, string prefix, PaperAnswers answers)
    {
        Open();
        html.Append($"<tr><th scope=\"row\">{numbered}{words.Of(question.Label)}{Optional(question, prefix)}{Notes(question, prefix)}</th><td>{fields.Of(question, answers, Parent(question, prefix))}</td></tr>");
    }

    private void Whole(string content, string kind)
    {
        Open();
        html.Append($"<tr><td colspan=\"2\" class=\"{kind}\">{content}</td></tr>");
    }

    private void Group(Question group, PaperAnswers answers, string numbered, bool empty)
    {
        Close();
        html.Append($"<div class=\"group\"><h3>{numbered}{words.Of(group.Label)}{Optional(group, "")}</h3>{Notes(group, "")}");
        var items = group.IsTable ? Fixed(group, answers) : Items(group, answers, empty);
        if (group.Questions.Count <= MostColumns && group.Questions.All(IsNarrow)) Table(group, items);
        else
            for (var i = 0; i < items.Count; i++)
            {
                html.Append($"<div class=\"item\"><h4>{Heading(group, i)}</h4>");
                new PaperRows(words, conditions, fields, html, group.Questions, form, numbers).Write(items[i], group.Id + ".", empty);
                html.Append("</div>");
            }

        if (!group.IsTable && group.Max > items.Count) html.Append($"<p class=\"small\">{words["paper.more", ("max", DateWords.Number(group.Max.Value))]}</p>");
        html.Append("</div>");
    }

    private static IReadOnlyList<PaperAnswers> Items(Question group, PaperAnswers answers, bool empty)
    {
        var given = answers.Items(group.Id);
        var least = empty ? (int)Math.Min(EmptyItems, group.Max ?? EmptyItems) : 1;
        return [.. given, .. Enumerable.Repeat(PaperAnswers.None, Math.Max(0, least - given.Count))];
    }

    private static IReadOnlyList<PaperAnswers> Fixed(Question table, PaperAnswers answers)
    {
        var given = answers.Items(table.Id);
        return [.. table.RowLabels.Select((_, i) => i < given.Count ? given[i] : PaperAnswers.None)];
    }

    private void Table(Question group, IReadOnlyList<PaperAnswers> items)
    {
        html.Append("<table class=\"grid\"><thead><tr><th scope=\"col\"></th>");
        foreach (var question in group.Questions)
            html.Append($"<th scope=\"col\">{words.Of(question.Short)}{Optional(question, group.Id + ".")}{Notes(question, group.Id + ".")}</th>");
        html.Append("</tr></thead><tbody>");
        for (var i = 0; i < items.Count; i++)
        {
            html.Append($"<tr><th scope=\"row\">{Heading(group, i, group.IsTable)}</th>");
            foreach (var question in group.Questions) html.Append($"<td>{fields.Of(question, items[i], Parent(question, group.Id + "."))}</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private string Heading(Question group, int index, bool whole = true) => group.IsTable ? words.Of(group.RowLabels[index]) : whole ? $"{words.Of(group.ItemLabel!)} {index + 1}" : $"{index + 1}";

    private static bool IsNarrow(Question question) =>
        question.Type is QuestionType.Text or QuestionType.Number or QuestionType.Yen or QuestionType.YesNo or QuestionType.Time || (question.Type == QuestionType.Choice && question.Options.Count <= 6);

    private string Optional(Question question, string prefix) =>
        question.Required || conditions.Required(prefix + question.Id) is not null || question.Type is QuestionType.Declaration || SaysSo(question) ? "" : $"<span class=\"small\">{words["paper.optional"]}</span>";

    private static bool SaysSo(Question question) => question.Label.Ja.Contains("任意", StringComparison.Ordinal) || question.Label.Ja.Contains("あれば", StringComparison.Ordinal);

    private string Notes(Question question, string prefix)
    {
        var key = prefix + question.Id;
        var document = question.Document is { } id ? conditions.Document(id) : null;
        return (conditions.Question(key) is { } when ? Note("paper.fillWhen", when) : document is { } needed ? Note("paper.attachWhen", needed) : "")
            + (conditions.Required(key) is { } required ? Note("paper.requiredWhen", required) : "");
    }

    private string Note(string key, LocalizedText when) => $"<p class=\"when\">{words.Fill(key, ("when", when))}</p>";

    private Question? Parent(Question question, string prefix) => question.OptionsOf is not { } of ? null : form.Question(prefix + of) ?? form.Question(of);

    private void Open()
    {
        if (!open) html.Append("<table class=\"rows\"><tbody>");
        open = true;
    }

    private void Close()
    {
        if (open) html.Append("</tbody></table>");
        open = false;
    }
}
