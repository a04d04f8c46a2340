using Madoguchi.Applications.Apply;
using Madoguchi.Files.Contracts;
using Madoguchi.Messaging.Contracts;

namespace Madoguchi.Applications.Histories;

/// <summary>The files of a matter are for those who may see the matter.</summary>
internal sealed class FileReaders(Matters matters) : IFileReaders
{
    public string SubjectKind => Attaching.SubjectKind;

    public Task<bool> MaySeeAsync(string subjectId, CancellationToken stop) => matters.MaySeeAsync(subjectId, stop);
}

/// <summary>So are its letters and notices.</summary>
internal sealed class ApplicationReaders(Matters matters) : IApplicationReaders
{
    public Task<bool> MaySeeAsync(string intakeNumber, CancellationToken stop) => matters.MaySeeAsync(intakeNumber, stop);
}
