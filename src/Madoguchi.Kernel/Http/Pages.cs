using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Http;

/// <summary>A page of the house: sentences, and refusals shown beside the field they speak of.</summary>
public abstract class HousePage : PageModel
{
    /// <summary>The sentences in the request's language.</summary>
    public Localizer Text => HttpContext.RequestServices.GetRequiredService<Localizer>();

    /// <summary>Who looks.</summary>
    public Actor Actor => HttpContext.RequestServices.GetRequiredService<Actor>();

    /// <summary>Whether the act was done; a refusal goes into the model state, field by field.</summary>
    /// <param name="result">The outcome.</param>
    /// <param name="prefix">Put before field names, such as <c>Input.</c>.</param>
    protected bool Accept(Result result, string prefix = "")
    {
        if (!result.Refused) return true;
        foreach (var field in result.Refusal.Fields) ModelState.AddModelError(prefix + field.Field, Problems.Sentence(Text, field).Source);
        if (result.Refusal.Fields.Count == 0) ModelState.AddModelError("", Problems.Sentence(Text, result.Refusal).Source);
        return false;
    }
}

/// <summary>A page for residents, in ja, en and ja-easy.</summary>
public abstract class ResidentPage : HousePage
{
    /// <summary>Whether the press (<c>language:en</c>) asks for the page in another language: what is written now is, its forms go on in it, and nothing typed is lost.</summary>
    protected bool TurnsTo(string? act)
    {
        if (LanguageAsked(act) is not { } language) return false;
        Text.Language = language;
        Request.PathBase = language.Prefix();
        return true;
    }

    /// <summary>The language a press (<c>language:en</c>) asks for; null when it asks for something else.</summary>
    protected static Language? LanguageAsked(string? act)
    {
        const string Asked = "language:";
        return act?.StartsWith(Asked, StringComparison.Ordinal) == true ? Languages.Parse(act[Asked.Length..]) : null;
    }
}

/// <summary>A page for staff, in ja.</summary>
[StaffOnly]
public abstract class StaffPage : HousePage;
