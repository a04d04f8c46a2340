using System.Globalization;

namespace Madoguchi.Load;

/// <summary>What to measure. Written as <c>./bench [submit|list|portal] [--json] [--quick] [--database D] [--connections 1,8,64] [--rows N] [--rounds N] [--seconds N]</c>.</summary>
internal sealed record Options
{
    public IReadOnlyList<string> Workloads { get; private init; } = ["S1", "S2"];

    public IReadOnlyList<string> Databases { get; private init; } = ["postgres", "sqlite"];

    public IReadOnlyList<int> Connections { get; private init; } = [1, 8, 64];

    public int Rows { get; private init; } = 100_000;

    public int Rounds { get; private init; } = 3;

    public int Seconds { get; private init; } = 4;

    public bool Json { get; private init; }

    /// <summary>The public pages, and nothing else.</summary>
    public bool Portal { get; private init; }

    public bool Quick { get; private init; }

    public static Options Parse(string[] args)
    {
        var options = new Options();
        if (args.Contains("--quick")) options = options with { Quick = true, Databases = ["postgres"], Connections = [64] };
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "submit" => options with { Workloads = ["S1"] },
                "list" => options with { Workloads = ["S2"] },
                "portal" => options with { Portal = true },
                "--json" => options with { Json = true },
                "--quick" => options,
                "--database" => options with { Databases = [args[++i]] },
                "--connections" => options with { Connections = [.. args[++i].Split(',').Select(int.Parse)] },
                "--rows" => options with { Rows = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--seconds" => options with { Seconds = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                var unknown => throw new ArgumentException($"unknown: {unknown}"),
            };
        }

        return options;
    }
}
