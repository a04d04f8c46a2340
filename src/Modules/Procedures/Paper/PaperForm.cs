using System.Text;
using static Madoguchi.Procedures.Paper.Markup;

namespace Madoguchi.Procedures.Paper;

/// <summary>Where the paper is handed in.</summary>
internal sealed record PaperContact(string Division, string? Telephone, string? Hours, string? Place);

/// <summary>What a paper form is made of. <c>Definition</c> is the JSON the edition was compiled from; <c>Answers</c> null = empty form.</summary>
internal sealed record PaperSource(ProcedureEdition Edition, JsonElement Definition, JsonElement? Answers, DateOnly Today, PaperContact Contact)
{
    /// <summary>The address of the QR code: procedure, edition and saved form, nothing about a person.</summary>
    public string Address(string publicUrl, Guid? savedForm) =>
        $"{publicUrl}/procedures/{Edition.Slug}?edition={Edition.Number}" + (savedForm is { } id ? $"&form={id}" : "");
}

/// <summary>A procedure as an A4 form to fill in by hand: one HTML document, empty or with the answers given.</summary>
internal sealed class PaperForm
{
    private static readonly string Style = Read("paper.css");

    private readonly PaperSource source;
    private readonly PaperWords words;
    private readonly IReadOnlyDictionary<string, string> numbers;
    private readonly PaperConditions conditions;
    private readonly PaperFields fields;
    private readonly StringBuilder html = new();

    private PaperForm(PaperSource source, Texts texts, Language language)
    {
        this.source = source;
        words = new PaperWords(texts, language);
        numbers = PaperNumbers.Of(source.Edition.Form);
        conditions = new PaperConditions(source.Edition.Form, source.Definition, numbers, texts, language);
        fields = new PaperFields(words, source.Edition.Form, source.Today);
    }

    /// <param name="qrCode">The image of the address.</param>
    public static string Write(PaperSource source, Texts texts, Language language, string qrCode) => new PaperForm(source, texts, language).Write(qrCode);

    private string Write(string qrCode)
    {
        var edition = source.Edition;
        var title = words.Of(edition.Title);
        html.Append($"<!doctype html><html lang=\"{words.Language.HtmlLang()}\"><head><meta charset=\"utf-8\"><title>{Typed(edition.Title.In(words.Language).ToString())}</title><style>{Style}</style></head><body class=\"{words.Language.Code()}\">");
        Head(title, qrCode);
        html.Append("<main>");
        foreach (var (page, number) in edition.Form.Pages.Select((p, i) => (p, i + 1))) Section(page, number);
        new PaperClosing(source, words, conditions, html).Write();
        new PaperGuide(source.Edition, words, conditions, numbers, html).Write();
        return html.Append("</main></body></html>").ToString();
    }

    private void Head(string title, string qrCode)
    {
        var edition = source.Edition;
        html.Append("<header><div class=\"top\"><div>");
        if (edition.FormNumber is { } number) html.Append($"<p>{words["paper.formNumber", ("number", number)]}</p>");
        html.Append($"<p class=\"to\">{words["paper.to", ("authority", edition.DisposingAuthority)]}</p></div>");
        html.Append($"<div class=\"qr\"><p class=\"small\">{words["paper.online"]}<br>{words["paper.edition", ("slug", edition.Slug), ("number", edition.Number)]}</p><img src=\"{qrCode}\" alt=\"QR\"></div></div>");
        html.Append($"<h1>{title}</h1><div class=\"submitted\"><span>{words["paper.submittedOn"]}</span>{fields.SubmittedOn(source.Answers is null ? null : source.Today)}</div>");
        html.Append($"<p>{words["paper.lead"]}<br>{words["paper.guideAt"]}</p></header>");
    }

    private void Section(FormPage page, int number)
    {
        html.Append($"<section><h2><span class=\"number\">{number}</span>{words.Of(page.Title)}</h2>");
        if (conditions.Page(page.Id) is { } when) html.Append($"<p class=\"when\">{words.Fill("paper.fillWhen", ("when", when))}</p>");
        if (page.Text is { } text) html.Append($"<p>{words.Of(text)}</p>");
        var answers = new PaperAnswers(source.Answers);
        var rows = new PaperRows(words, conditions, fields, html, page.Questions, source.Edition.Form, numbers);
        rows.Write(answers, "", source.Answers is null);
        html.Append("</section>");
    }

    private static string Read(string name)
    {
        using var stream = typeof(PaperForm).Assembly.GetManifestResourceStream($"Madoguchi.Procedures.Paper.{name}")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
