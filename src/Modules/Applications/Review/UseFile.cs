using Madoguchi.Applications.Apply;
using Madoguchi.Files.Contracts;
using Madoguchi.Notices.Contracts;

namespace Madoguchi.Applications.Review;

/// <summary>A PDF printed by a core system becomes the notice: kept with the matter, signed and sent when it is decided or completed.</summary>
internal sealed class UseFile(Matters matters, Actor actor, IFiles files, INotices notices, History history)
{
    /// <param name="fileId">A clean PDF of the officer's own; null goes back to the template.</param>
    public async Task<Result<Application>> RunAsync(string number, string? fileId, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        actor.Require(NoticesPermissions.Dispatch, application.Division);
        StoredFile? file = null;
        if (fileId is not null)
        {
            file = (await files.FindAsync([fileId], stop)).GetValueOrDefault(fileId);
            if (file is not { MediaType: "application/pdf", State: FileState.Clean } || !IsFree(file)) return Refusal.Invalid(new FieldError("file", "fileUnknown"));
            if (await notices.JudgeFileAsync(fileId, stop) is { Refused: true } unfit) return unfit.Refusal;
        }

        if (application.UseFile(fileId) is { Refused: true } no) return no.Refusal;
        if (file is not null && !SampleFiles.IsSample(file.Id)) files.Link(file.Id, Attaching.SubjectKind, application.IntakeNumber);
        await history.RecordAsync(application, new NoticeFileChosen(application.IntakeNumber, file?.Name), stop);
        return application;
    }

    private bool IsFree(StoredFile file) => SampleFiles.IsSample(file.Id) || (file.Owner == actor.Id && file.SubjectId is null);
}
