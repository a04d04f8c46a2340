using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Architecture.Tests;

/// <summary>Who may enter, who may act, whose matters one sees: said at every door.</summary>
public sealed class EntryTests
{
    private static readonly string[] Doors = ["Anyone", "ResidentsOnly", "StaffOnly", "SignedInOnly"];

    // Sets of which everybody may see only a part: queries begin with VisibleTo(actor).
    private static readonly Dictionary<string, string[]> Guarded = new()
    {
        ["Applications"] = ["Applications"],
        ["Approvals"] = ["Approvals"],
        ["Notices"] = ["Notices"],
        ["Files"] = ["Files"],
    };

    [Fact]
    public void Every_page_decides_who_may_enter() =>
        Undecided(House.Modules.Select(House.AssemblyOf).Append(House.AssemblyOf("Web"))
            .Append(House.AssemblyOf("DesignSystem")).SelectMany(House.TypesOf)).ShouldBeNone();

    [Fact]
    public void A_page_that_does_not_decide_is_seen() => Assert.Equal(["Madoguchi.Fake.Pages.OpenPage"],
        Undecided([typeof(Madoguchi.Fake.Pages.OpenPage), typeof(Madoguchi.Fake.Pages.PublicPage), typeof(Madoguchi.Fake.Pages.OfficersPage)]));

    [Fact]
    public void Every_routed_view_has_a_model_that_decides_or_decides_itself() => UndecidedViews(House.Sources).ShouldBeNone();

    [Fact]
    public void A_routed_view_without_a_model_is_seen() => Assert.Single(UndecidedViews(
        [("src/a.cshtml", "@page \"/a\"\n<p>"), ("src/b.cshtml", "@page \"/b\"\n@model B"), ("src/c.cshtml", "@page\n@attribute [Anyone]"), ("src/_d.cshtml", "<p>")]));

    [Fact]
    public void Every_endpoint_decides_who_may_enter() => UndecidedEndpoints(House.Sources).ShouldBeNone();

    [Fact]
    public void An_endpoint_that_does_not_decide_is_seen()
    {
        Assert.Equal(["src/A.cs: MapPost(\"/b\""], UndecidedEndpoints(
            [("src/A.cs", """
            api.MapGet("/a", () => { Do(); return 1; })
                .StaffOnly();
            api.MapPost("/b", Run).WithTags("x");
            """)]));
        Assert.Empty(UndecidedEndpoints(
            [("src/A.cs", """
            var group = api.MapGroup("/a").SignedInOnly();
            group.MapGet("/{id}", Run);
            """)]));
    }

    [Fact]
    public void Every_use_case_requires_or_says_anyone() => UndecidedUseCases(House.Sources).ShouldBeNone();

    [Fact]
    public void A_use_case_that_asks_nothing_is_seen()
    {
        const string open = "internal sealed class Decide(XDb db) { public async Task<Result> RunAsync() => Result.Ok; }";
        Assert.Equal(["src/Modules/X/Review/Decide.cs: Decide"], UndecidedUseCases([("src/Modules/X/Review/Decide.cs", open)]));
        Assert.Empty(UndecidedUseCases([("src/Modules/X/Review/Decide.cs", open.Replace("=> Result.Ok", "{ actor.Require(XPermissions.Decide); }", StringComparison.Ordinal))]));
        Assert.Empty(UndecidedUseCases([("src/Modules/X/Review/Decide.cs", "[Anyone]\n" + open)]));
        Assert.Single(UndecidedUseCases([("src/Modules/X/Review/Two.cs", "[Anyone]\n" + open + "\n" + open.Replace("Decide", "Second", StringComparison.Ordinal))]));
    }

    [Fact]
    public void Guarded_sets_are_entered_only_through_VisibleTo() => Unguarded(House.Sources).ShouldBeNone();

    [Fact]
    public void A_guarded_set_entered_directly_is_seen() => Assert.Single(Unguarded(
        [
            ("src/Modules/Applications/Review/A.cs", "await db.Applications.Where(a => a.Open).ToListAsync()"),
            ("src/Modules/Applications/Review/B.cs", "await db.VisibleTo(actor).ToListAsync(); db.Applications.Add(x);"),
            ("src/Modules/Applications/Data/C.cs", "db.Applications.Where(x)"),
        ]));

    private static IEnumerable<string> Undecided(IEnumerable<Type> types) =>
        types.Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(PageModel)))
            .Where(t => !t.GetCustomAttributes(inherit: true).Any(a => Doors.Contains(a.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal))))
            .Select(t => t.FullName!);

    private static IEnumerable<string> UndecidedViews(IEnumerable<Source> sources) =>
        sources.Where(s => s.Path.EndsWith(".cshtml", StringComparison.Ordinal) && Regex.IsMatch(s.Text, @"^﻿?\s*@page\b"))
            .Where(s => !Regex.IsMatch(s.Code, $@"@model\s|@attribute \[(?:[\w.]+\.)?({string.Join('|', Doors)})\]"))
            .Select(s => s.Path);

    private static IEnumerable<string> UndecidedEndpoints(IEnumerable<Source> sources)
    {
        var decides = $@"\.({string.Join('|', Doors)})\(";
        foreach (var source in sources.Where(s => s.Path.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var groups = Regex.Matches(source.Code, @"(\w+)\s*=\s*\w+\s*\.MapGroup\(").Where(m => Regex.IsMatch(Statement(source.Code, m.Index), decides)).Select(m => m.Groups[1].Value).ToHashSet();
            foreach (Match map in Regex.Matches(source.Code, @"(\w+)\s*\.(Map(?:Get|Post|Put|Delete|Patch|Methods)\([^,]*)"))
                if (!groups.Contains(map.Groups[1].Value) && !Regex.IsMatch(Statement(source.Code, map.Index), decides))
                    yield return $"{source.Path}: {map.Groups[2].Value}";
        }
    }

    // From here to the semicolon that ends it: those inside parentheses and braces belong to lambdas.
    private static string Statement(string code, int start)
    {
        var depth = 0;
        for (var at = start; at < code.Length; at++)
        {
            if (code[at] is '(' or '{' or '[') depth++;
            else if (code[at] is ')' or '}' or ']') depth--;
            if (depth < 0 || (depth == 0 && code[at] == ';')) return code[start..at];
        }

        return code[start..];
    }

    private static IEnumerable<string> UndecidedUseCases(IEnumerable<Source> sources)
    {
        foreach (var source in sources.Where(s => s.Module is not null && s.Path.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var classes = Regex.Matches(source.Code, @"(?<attributes>(?:\[[^\]\n]*\]\s*)*)(?:public|internal)\s[\w\s]*\bclass\s+(?<name>\w+)").ToArray();
            for (var i = 0; i < classes.Length; i++)
            {
                var body = source.Code[classes[i].Index..(i + 1 < classes.Length ? classes[i + 1].Index : source.Code.Length)];
                if (!Regex.IsMatch(body, @"\bpublic\s+(?:async\s+)?(?:Value)?Task\b[^=;{(]*\bRunAsync\s*\(")) continue;
                if (Regex.IsMatch(body, @"\.Require\w*\(|\bRequire\w*\(actor|\[Anyone\]")) continue;
                yield return $"{source.Path}: {classes[i].Groups["name"].Value}";
            }
        }
    }

    private static IEnumerable<string> Unguarded(IEnumerable<Source> sources) =>
        sources.Where(s => s.Module is not null && Guarded.ContainsKey(s.Module) && !s.InFolder("Data") && !s.Name.EndsWith("Db.cs", StringComparison.Ordinal))
            .SelectMany(s => new[] { s }.Matching($@"\b\w*[dD]b\.({string.Join('|', Guarded[s.Module!])})\b(?!\s*\.\s*(?:Add|VisibleTo)\b)"));
}
