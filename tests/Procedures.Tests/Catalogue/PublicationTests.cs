using System.Text.Json.Nodes;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Procedures.Tests.Catalogue;

/// <summary>A changed file becomes an edition, a faulty one changes nothing and stops nobody.</summary>
public sealed class PublicationTests(DemoCity city) : IClassFixture<DemoCity>, IDisposable
{
    private const string Slug = "kosodate-koza";
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("library-").FullName;

    [Fact]
    public async Task Editions_follow_the_files_and_old_ones_stay()
    {
        foreach (var slug in LibraryFiles.Slugs) Write(slug, LibraryFiles.Text(slug));
        await PublishAsync();
        var (first, title) = (Now.Number, Now.Title.Ja);
        Write(Slug, WithInvitation());
        await PublishAsync();
        Assert.Equal((first + 1, """["お待ちしています。"]"""), (Now.Number, Now.Letter("invitation", [])));

        Write(Slug, LibraryFiles.Text(Slug).Replace("子育て講座の申込み", "春の講座の申込み"));
        await PublishAsync();
        Assert.Equal((first + 2, "春の講座の申込み"), (Now.Number, Now.Title.Ja));

        var old = city.Get<IProcedures>().Edition(Slug, first)!;
        Assert.Equal((first, title), (old.Number, old.Title.Ja));
        Assert.Null(old.Letter("invitation", []));
        Assert.Same(old, city.Get<IProcedures>().Edition(Slug, first));

        Write(Slug, """{"slug":""");
        await PublishAsync();
        Assert.Equal((first + 2, "春の講座の申込み"), (Now.Number, Now.Title.Ja));
        Assert.All(LibraryFiles.Slugs, slug => Assert.NotNull(city.Get<IProcedures>().Find(slug)));
    }

    private static string WithInvitation()
    {
        var definition = JsonNode.Parse(LibraryFiles.Text(Slug))!;
        definition["notices"] = JsonNode.Parse("""{"invitation": {"title": "案内", "documentNumber": {"kind": "notice", "symbol": "み子"}, "body": ["お待ちしています。"]}}""");
        definition["receiveBy"] = new JsonArray("electronic");
        return definition.ToJsonString();
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private ProcedureEdition Now => city.Get<IProcedures>().Find(Slug)!;

    private Task PublishAsync() => new PublishLibrary(
        city.Get<ProcedureCatalogue>(), city.Get<IServiceScopeFactory>(), city.Get<CityOptions>() with { LibraryFolder = folder },
        city.Get<IDirectory>(), city.Get<ILetterTrial>(), city.Get<TimeProvider>(), city.Get<ILogger<PublishLibrary>>()).StartAsync(TestContext.Current.CancellationToken);

    private void Write(string slug, string definition)
    {
        File.WriteAllText(Path.Combine(folder, slug + ".json"), definition);
    }
}
