namespace Madoguchi.Applications.Contracts;

/// <summary>What a question about a matter needs to know of it.</summary>
/// <param name="Application">Its id, which is shown nowhere.</param>
/// <param name="Channel">How it came, such as <c>web</c>.</param>
public sealed record OwnMatter(Guid Application, string Procedure, int Edition, string Channel);

/// <summary>The matters of the resident who is signed in.</summary>
public interface IOwnMatters
{
    /// <summary>The matter of this intake number; null when it is not there or not theirs.</summary>
    Task<OwnMatter?> FindAsync(string intakeNumber, CancellationToken stop = default);
}
