using System.Text.Json;
using Madoguchi.Residents.Contracts;
using Madoguchi.Residents.Data;
using Madoguchi.Residents.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Residents.Seed;

/// <summary>At the first start in demo mode: the residents of <c>demo/residents.json</c>.</summary>
internal sealed class SeedResidents(IServiceScopeFactory scopes, CityOptions options) : IStartup
{
    private sealed record ResidentsFile(IReadOnlyList<Entry> Residents);

    private sealed record Entry(
        string Id, AccountKind Kind, string? Family, string? Given, string? FamilyKana, string? GivenKana, string? Name, string? NameKana,
        string? CorporateNumber, DateOnly? BirthDate, AccountAddress Address, string Phone, string Email, NoticeBy NoticeBy, bool ProtectionMeasure);

    public async Task StartAsync(CancellationToken stop)
    {
        if (!options.Demo) return;
        if (await IsSeededAsync(stop)) return;
        var residents = (await ReadAsync(stop)).Residents;
        await scopes.RunAsync(services =>
        {
            services.GetRequiredService<ResidentsDb>().AddRange(residents.Select(ToAccount));
            return Task.CompletedTask;
        }, stop);
    }

    private async Task<bool> IsSeededAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await AccountReading.AnyAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop);
    }

    private async Task<ResidentsFile> ReadAsync(CancellationToken stop)
    {
        var path = Path.Combine(options.DemoFolder, "residents.json");
        try
        {
            await using var stream = File.OpenRead(path);
            return (await JsonSerializer.DeserializeAsync<ResidentsFile>(stream, JsonText.Options, stop))!;
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    private static Account ToAccount(Entry entry) => new(entry.NoticeBy, entry.Phone, entry.Email)
    {
        Id = entry.Id,
        Kind = entry.Kind,
        Family = TextRules.Normalise(entry.Name ?? entry.Family ?? ""),
        Given = TextRules.Normalise(entry.Given ?? ""),
        FamilyKana = entry.NameKana ?? entry.FamilyKana ?? "",
        GivenKana = entry.GivenKana ?? "",
        CorporateNumber = entry.CorporateNumber,
        BirthDate = entry.BirthDate,
        PostalCode = entry.Address.PostalCode,
        Prefecture = entry.Address.Prefecture,
        City = entry.Address.City,
        Town = entry.Address.Town,
        Street = entry.Address.Street,
        Building = entry.Address.Building,
        ProtectionMeasure = entry.ProtectionMeasure,
        Source = FactSource.Demo,
    };
}
