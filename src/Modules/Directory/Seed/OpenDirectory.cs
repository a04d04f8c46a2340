using System.Text.Json;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Data;
using Madoguchi.Directory.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Directory.Seed;

/// <summary>At start: fills an empty directory with the demo city (demo mode only), then opens the book.</summary>
internal sealed class OpenDirectory(IServiceScopeFactory scopes, CityOptions options, DirectoryBook book) : IStartup
{
    // Posts were there before anybody could ask about them.
    private static readonly DateOnly Always = new(2000, 1, 1);

    public async Task StartAsync(CancellationToken stop)
    {
        if (options.Demo && await IsEmptyAsync(stop))
        {
            var files = await DemoFiles.ReadAsync(options.DemoFolder, stop);
            await scopes.RunAsync(services =>
            {
                services.GetRequiredService<DirectoryDb>().AddRange(Rows(files));
                return Task.CompletedTask;
            }, stop);
        }

        await using var scope = scopes.CreateAsyncScope();
        book.Open(await RollReading.ReadAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop));
    }

    private async Task<bool> IsEmptyAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await RollReading.IsEmptyAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop);
    }

    private static IEnumerable<object> Rows(DemoFiles files)
    {
        yield return new CityRow { LgCode = files.City.Facts.LgCode, Facts = JsonSerializer.Serialize(files.City.Facts, JsonText.Options) };
        foreach (var a in files.City.Authorities) yield return new AuthorityRow { Code = a.Code, Title = a.Title, Post = a.Post };
        foreach (var (i, d) in files.Divisions.Divisions.Index())
        {
            yield return new DivisionRow
            {
                Code = d.Code, Name = d.Name, Kana = d.Kana, English = d.English, Department = d.Department, DocumentSymbol = d.DocumentSymbol,
                Telephone = d.Telephone, Email = d.Email, Hours = d.Hours, Address = d.Address, ViewsUndisclosed = d.ViewsUndisclosed, Position = i,
            };
        }

        foreach (var (i, p) in files.Posts.Posts.Index()) yield return new PostRow { Code = p.Code, Name = p.Name, Division = p.Division, Rank = p.Rank, Position = i };
        foreach (var row in files.Posts.Posts.SelectMany(Rows)) yield return row;
        foreach (var (i, s) in files.Staff.Staff.Index())
            yield return new StaffRow { Id = s.Id, Name = s.Name, Kana = s.Kana, Division = s.Division, SignsIn = s.SignsIn, Position = i };
        foreach (var s in files.Staff.Staff)
            foreach (var h in s.Holdings)
                yield return new HoldingRow { Id = Guid.CreateVersion7(), Post = h.Post, Staff = s.Id, FromDay = h.From, ToDay = h.To };
        foreach (var t in files.Towns.Towns) yield return new TownRow { PostalCode = t.PostalCode, Name = t.Name, Kana = t.Kana };
    }

    private static IEnumerable<object> Rows(DemoFiles.PostEntry post)
    {
        foreach (var grant in post.Grants)
            foreach (var permission in grant.Permissions)
                yield return new GrantRow { Id = Guid.CreateVersion7(), Post = post.Code, Permission = permission, Scope = grant.ScopeText };
        foreach (var deputy in post.Deputies)
            yield return new DelegationRow { Id = Guid.CreateVersion7(), Post = post.Code, DeputyPost = deputy, FromDay = Always };
    }
}
