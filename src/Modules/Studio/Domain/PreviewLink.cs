using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.Studio.Domain;

/// <summary>確認用リンク: whoever holds it sees a draft, and may comment on it, until its last day. Its secret is kept nowhere; only what it hashes to is.</summary>
internal sealed class PreviewLink
{
    public const int LongestMadeFor = 100;

    /// <summary>Days it may be open.</summary>
    public const int LongestDays = 90;

    /// <summary>Links of one draft that are open at once.</summary>
    public const int Most = 20;

    public Guid Id { get; init; }

    public Guid DraftId { get; init; }

    public required string SecretHash { get; init; }

    /// <summary>For whom it was made.</summary>
    public required string MadeFor { get; init; }

    /// <summary>The last day it opens, in Tokyo.</summary>
    public DateOnly LastDay { get; init; }

    public required string MadeBy { get; init; }

    public DateTime MadeAt { get; init; }

    public string? EndedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateOnly today) => EndedAt is null && today <= LastDay;

    public void End(string by, DateTime now) => (EndedBy, EndedAt) = (by, now);

    /// <summary>32 characters nobody can guess.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 32);

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
