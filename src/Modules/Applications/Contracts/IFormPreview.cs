using System.Text.Json;

namespace Madoguchi.Applications.Contracts;

/// <summary>The resident's own pages with an edition nobody has published: what is seen is what comes. In the request's language.</summary>
public interface IFormPreview
{
    /// <summary>The questions of a page as they are asked, those that these answers bring out.</summary>
    Task<IReadOnlyList<PreviewPart>> PageAsync(ProcedureEdition edition, FormPage page, JsonElement answers, DateOnly today, CancellationToken stop = default);

    /// <summary>These questions as they are asked, whatever the answers bring out.</summary>
    Task<IReadOnlyList<PreviewPart>> QuestionsAsync(ProcedureEdition edition, IReadOnlyList<Question> questions, JsonElement answers, DateOnly today, CancellationToken stop = default);

    /// <summary>What the applicant reads after an outcome.</summary>
    PreviewPart After(Afterwards afterwards);

    /// <summary>The check page, topic by topic.</summary>
    Task<IReadOnlyList<PreviewTopic>> CheckAsync(ProcedureEdition edition, JsonElement answers, DateOnly today, CancellationToken stop = default);
}

/// <summary>A partial with its model.</summary>
public sealed record PreviewPart(string Partial, object Model);

/// <summary>What the check page says of one page of the form.</summary>
public sealed record PreviewTopic(FormPage Page, PreviewPart Part);
