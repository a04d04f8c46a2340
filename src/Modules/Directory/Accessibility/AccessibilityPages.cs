using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Accessibility;

/// <summary>ウェブアクセシビリティ方針: what the city aims at, until when, and whom to tell.</summary>
[Anyone, Cacheable]
internal sealed class PolicyPage(AccessibilityFile file, IDirectory directory) : ResidentPage
{
    public AccessibilityReport Report => file.Report;

    public City City => directory.City;

    public Division? Division => Report.Policy?.Division is { } code ? directory.Division(code) : null;

    public string Telephone => Division?.Telephone ?? City.Telephone;

    public string Email => Division?.Email ?? City.Email;

    public string Degree => (Report.Result?.Degree ?? default).ToString().ToLowerInvariant();
}

/// <summary>試験結果: what was tested when and how, criterion by criterion.</summary>
[Anyone, Cacheable]
internal sealed class ResultPage(AccessibilityFile file) : ResidentPage
{
    public TestResult? Result => file.Report.Result;

    /// <summary>In the order of the standard, whatever the order of the file.</summary>
    public IReadOnlyList<CriterionResult> Rows => Result is null ? [] : [.. Criteria.All.Select(number => Result.Criteria.First(c => c.Number == number))];

    public int Count(string key) => Rows.Count(r => r.Key == key);
}
