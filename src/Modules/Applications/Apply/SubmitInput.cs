using System.Text.Json;

namespace Madoguchi.Applications.Apply;

/// <summary>What a submission carries, whatever the channel.</summary>
internal sealed record SubmitInput
{
    public JsonElement Answers { get; init; }

    public string? Channel { get; init; }

    public DateTime? ReceivedAt { get; init; }

    public OnBehalfOf? OnBehalfOf { get; init; }

    public string? NoticeBy { get; init; }
}

/// <summary>For whom staff enter it: an account, or a person without one.</summary>
internal sealed record OnBehalfOf
{
    public string? Resident { get; init; }

    public string? Name { get; init; }

    public string? Kana { get; init; }

    public DateOnly? BirthDate { get; init; }

    public JsonElement? Address { get; init; }

    public string? Phone { get; init; }
}
