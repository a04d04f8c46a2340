using Madoguchi.Files.Contracts;
using Madoguchi.Files.Sweep;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Files.Tests;

public abstract class LinkedFileTests
{
    private readonly FilesHost host;

    protected LinkedFileTests(FilesHost host)
    {
        Assert.SkipWhen(host.Skipped, "without PostgreSQL");
        this.host = host;
    }

    [Fact]
    public async Task An_unattached_file_is_there_for_its_owner_only()
    {
        using var hanako = host.Caller("hanako");
        var id = await hanako.UploadedAsync();
        Assert.Equal(200, await StatusAsync("hanako", id));
        Assert.Equal(404, await StatusAsync("taro", id));
        Assert.Equal(404, await StatusAsync("clerk", id));
        Assert.Equal(404, await StatusAsync("hanako", id.ToUpperInvariant()));
        Assert.Equal(404, await StatusAsync("hanako", Guid.NewGuid().ToString("N")));
    }

    [Fact]
    public async Task An_attached_file_is_there_for_those_who_may_see_its_subject()
    {
        using var hanako = host.Caller("hanako");
        var id = await hanako.UploadedAsync();
        await LinkAsync(id, "matter", "taro");
        Assert.Equal(404, await StatusAsync("hanako", id));
        Assert.Equal(200, await StatusAsync("taro", id));
        Assert.Equal(200, await StatusAsync("clerk", id));

        var file = await FindAsync(id);
        Assert.Equal(("hanako", "matter", "taro"), (file!.Owner, file.SubjectKind, file.SubjectId));
    }

    [Fact]
    public async Task A_file_of_a_subject_nobody_answers_for_is_there_for_nobody()
    {
        using var hanako = host.Caller("hanako");
        var id = await hanako.UploadedAsync();
        await LinkAsync(id, "unknown", "1");
        Assert.Equal(404, await StatusAsync("hanako", id));
        Assert.Equal(404, await StatusAsync("clerk", id));
    }

    [Fact]
    public async Task A_file_belongs_to_one_subject()
    {
        using var hanako = host.Caller("hanako");
        var id = await hanako.UploadedAsync();
        await LinkAsync(id, "matter", "hanako");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => LinkAsync(id, "matter", "taro"));
        Assert.True(Faults.IsUniqueViolation(fault));
    }

    [Fact]
    public async Task What_nobody_attached_vanishes_after_a_day_and_what_is_attached_stays()
    {
        using var hanako = host.Caller("hanako");
        var loose = await hanako.UploadedAsync();
        var kept = await hanako.UploadedAsync();
        await LinkAsync(kept, "matter", "hanako");
        var sweep = host.Get<SweepFiles>();

        await sweep.RunAsync(default);
        Assert.NotNull(await FindAsync(loose));

        var stray = Directory("aa", "stray");
        var brokenOff = Directory("incoming", "brokenoff");
        host.Clock.By = TimeSpan.FromHours(25);
        try
        {
            Assert.True(await sweep.RunAsync(default) > 0);
            Assert.True(await sweep.RemoveStraysAsync(default) > 0);
        }
        finally
        {
            host.Clock.By = TimeSpan.Zero;
        }

        Assert.Null(await FindAsync(loose));
        Assert.False(File.Exists(stray));
        Assert.False(File.Exists(brokenOff));
        Assert.Equal(200, await StatusAsync("hanako", kept));
    }

    [Fact]
    public async Task A_page_stores_a_file_by_itself_or_in_the_transaction_of_its_act()
    {
        await using var scope = host.Scopes.CreateAsyncScope();
        var alone = await StoreAsync(scope.ServiceProvider);
        Assert.NotNull(await FindAsync(alone));

        var inside = await host.Scopes.RunAsync(StoreAsync);
        Assert.NotNull(await FindAsync(inside));

        var given = "";
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Scopes.RunAsync(async services =>
        {
            given = await StoreAsync(services);
            throw new InvalidOperationException();
        }));
        Assert.Null(await FindAsync(given));
    }

    [Fact]
    public async Task The_samples_are_clean_files_of_the_demo()
    {
        await LinkAsync(SampleFiles.Pdf, "matter", "a");
        await LinkAsync(SampleFiles.Pdf, "matter", "b");
        var file = await FindAsync(SampleFiles.Png);
        Assert.Equal((FileState.Clean, "image/png", (string?)null), (file!.State, file.MediaType, file.SubjectKind));
        using var hanako = host.Caller("hanako");
        var bytes = await hanako.GetByteArrayAsync("/api/v1/files/sample-pdf");
        Assert.StartsWith("%PDF-1.4", System.Text.Encoding.ASCII.GetString(bytes));
    }

    private static async Task<string> StoreAsync(IServiceProvider services)
    {
        var stored = await services.GetRequiredService<IFiles>().StoreAsync(new MemoryStream(Uploads.TinyPdf), "窓口.pdf", "application/pdf", "clerk");
        Assert.False(stored.Refused);
        return stored.Value.Id;
    }

    private string Directory(string folder, string name)
    {
        var file = Path.Combine(host.Folder, "files", folder, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "left behind");
        return file;
    }

    private async Task<int> StatusAsync(string account, string id)
    {
        using var caller = host.Caller(account);
        using var answer = await caller.GetAsync($"/api/v1/files/{id}");
        return (int)answer.StatusCode;
    }

    private Task LinkAsync(string id, string kind, string subject) => host.Scopes.RunAsync(services =>
    {
        services.GetRequiredService<IFiles>().Link(id, kind, subject);
        return Task.CompletedTask;
    });

    private async Task<StoredFile?> FindAsync(string id)
    {
        await using var scope = host.Scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IFiles>().FindAsync([id, "nonsense"])).GetValueOrDefault(id);
    }
}

public sealed class LinkedFilesOnSqlite(SqliteFiles host) : LinkedFileTests(host), IClassFixture<SqliteFiles>;

public sealed class LinkedFilesOnPostgres(PostgresFiles host) : LinkedFileTests(host), IClassFixture<PostgresFiles>;

public sealed class OutsideDemoTests(FilesOutsideDemo host) : IClassFixture<FilesOutsideDemo>
{
    [Fact]
    public async Task Outside_the_demo_there_are_no_samples()
    {
        await using var scope = host.Scopes.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<IFiles>();
        Assert.Empty(await files.FindAsync([SampleFiles.Pdf, SampleFiles.Png]));
        Assert.Null(await files.OpenAsync(SampleFiles.Pdf));
    }
}
