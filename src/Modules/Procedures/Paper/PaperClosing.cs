using System.Text;
using static Madoguchi.Procedures.Paper.Markup;

namespace Madoguchi.Procedures.Paper;

/// <summary>What stands below the questions: documents, purpose of use, where to hand it in.</summary>
internal sealed class PaperClosing(PaperSource source, PaperWords words, PaperConditions conditions, StringBuilder html)
{
    public void Write()
    {
        Documents();
        html.Append($"<section class=\"closing\"><h2>{words["paper.purpose"]}</h2><p>{words.Of(source.Edition.PurposeOfUse)}</p></section>");
        var contact = source.Contact;
        html.Append($"<section class=\"closing\"><h2>{words["paper.contact"]}</h2><p><b>{Typed(contact.Division)}</b>{(contact.Place is { } place ? "　" + Typed(place) : "")}");
        if (contact.Telephone is { } telephone) html.Append($"<br>{words["paper.telephone", ("number", telephone)]}");
        if (contact.Hours is { } hours) html.Append($"　{Typed(hours)}");
        html.Append("</p></section>");
    }

    private void Documents()
    {
        html.Append($"<section><h2>{words["paper.documents"]}</h2>");
        if (source.Edition.RequiredDocuments.Count == 0) html.Append($"<p>{words["paper.documents.none"]}</p>");
        else html.Append("<table class=\"rows documents\"><tbody>");
        foreach (var document in source.Edition.RequiredDocuments)
        {
            html.Append($"<tr><th scope=\"row\">{Tick(false, words.Of(document.Title))}</th><td><p>{words.Of(document.Who)}</p>");
            if (document.Text is { } text) html.Append($"<p>{words.Of(text)}</p>");
            if (conditions.Document(document.Id) is { } when) html.Append($"<p class=\"when\">{words.Fill("paper.attachWhen", ("when", when))}</p>");
            if (document.LaterUntilDays is { } days) html.Append($"<p>{words["paper.documents.later", ("days", days)]}</p>");
            html.Append("</td></tr>");
        }

        html.Append(source.Edition.RequiredDocuments.Count == 0 ? "</section>" : "</tbody></table></section>");
    }
}
