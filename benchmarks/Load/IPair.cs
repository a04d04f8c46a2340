namespace Madoguchi.Load;

/// <summary>Where a request goes and what it carries.</summary>
internal sealed record Target(string Method, string Url, string? BodyFile, IReadOnlyList<string> Headers);

/// <summary>The product and the floor it is measured against, both running.</summary>
internal interface IPair : IAsyncDisposable
{
    string Database { get; }

    Target Product(string id, string format);

    Target Floor(string id, string format);
}
