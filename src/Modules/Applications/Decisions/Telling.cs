using System.Text.Json.Nodes;
using Madoguchi.Notices.Contracts;

namespace Madoguchi.Applications.Decisions;

/// <summary>Prepares the notices of a matter: what the definition says of them, what the officers decided, and whom it goes to.</summary>
internal sealed class Telling(INotices notices)
{
    /// <summary>The notices of the decision just taken.</summary>
    public async Task<Result> PrepareDecisionAsync(Application application, ProcedureEdition edition, CancellationToken stop)
    {
        var disposition = edition.Dispositions[application.Disposition!];
        if (await PrepareMainAsync(application, edition, disposition.Notice, disposition.Result, stop) is { Refused: true } unready) return unready.Refusal;
        foreach (var name in disposition.AlsoNotices)
            if (await PrepareAsync(application, edition, name, disposition.Result, stop: stop) is { Refused: true } no) return no.Refusal;
        return Result.Ok;
    }

    /// <summary>The notice of a completion.</summary>
    public async Task<Result> PrepareCompletionAsync(Application application, ProcedureEdition edition, CancellationToken stop) =>
        edition.Completion?.Notice is { } name ? await PrepareMainAsync(application, edition, name, edition.Completion.Result, stop) : Result.Ok;

    /// <summary>延期通知書.</summary>
    /// <param name="formerly">The day it was due before.</param>
    public async Task<Result> PrepareExtensionAsync(Application application, ProcedureEdition edition, DateOnly formerly, string reason, CancellationToken stop) =>
        edition.Period.ExtensionNotice is { } name
            ? await PrepareAsync(application, edition, name, [], new JsonObject { ["dueOn"] = Iso(formerly), ["until"] = Iso(application.DueOn) }, reason, stop: stop)
            : Result.Ok;

    private Task<Result> PrepareMainAsync(Application application, ProcedureEdition edition, string name, IReadOnlyList<ResultField> fields, CancellationToken stop) =>
        application.NoticeFile is { } fileId
            ? PrepareFileAsync(application, edition, name, fileId, stop)
            : PrepareAsync(application, edition, name, fields, concludes: true, stop: stop);

    /// <summary>A PDF of a core system in place of the template.</summary>
    private async Task<Result> PrepareFileAsync(Application application, ProcedureEdition edition, string name, string fileId, CancellationToken stop)
    {
        var request = Request(application, edition, edition.Notices[name], concludes: true) with { FileId = fileId };
        var prepared = await notices.PrepareAsync(request, stop);
        return prepared.Refused ? prepared.Refusal : Result.Ok;
    }

    private async Task<Result> PrepareAsync(
        Application application, ProcedureEdition edition, string name, IReadOnlyList<ResultField> fields, JsonObject? more = null, string? reason = null, bool concludes = false,
        CancellationToken stop = default)
    {
        var request = Request(application, edition, edition.Notices[name], concludes) with
        {
            Template = edition.Letter(name, fields),
            TemplateName = $"{edition.Slug}/{name}",
            Result = (more ?? LetterValues.Result(application.Result, fields)).ToJsonString(JsonText.Options),
            Answers = LetterValues.Answers(application.Answers, edition.Form).ToJsonString(JsonText.Options),
            Reasons = Paragraphs(reason ?? application.Reason),
            Conditions = Paragraphs(application.Conditions),
        };
        var prepared = await notices.PrepareAsync(request, stop);
        return prepared.Refused ? prepared.Refusal : Result.Ok;
    }

    private static NoticeRequest Request(Application application, ProcedureEdition edition, NoticeKind notice, bool concludes)
    {
        var appeal = notice.Appeal ?? edition.Appeal;
        var address = application.ApplicantAddress.Split('\n', 2);
        return new NoticeRequest
        {
            IntakeNumber = application.IntakeNumber,
            Procedure = edition.Slug,
            Division = application.Division,
            Kind = Enum.Parse<DocumentKind>(notice.Number.Kind.ToString()),
            Symbol = notice.Number.Symbol,
            Title = notice.Title,
            Authority = edition.DisposingAuthority,
            Addressee = new Addressee(application.Account, application.ApplicantName, address[0], address.Length > 1 ? address[1] : null),
            Channel = application.NoticeBy == NoticeBy.Electronic && application.Account is not null ? NoticeChannel.Electronic : NoticeChannel.Paper,
            ArrivedOn = JapaneseDate.Of(application.ArrivedAt),
            Concludes = concludes,
            Appeal = appeal.IsNone ? null : new NoticeAppeal(appeal.Kind, appeal.ReviewingAuthority!, appeal.Defendant!, appeal.Representative!),
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Paragraphs(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
