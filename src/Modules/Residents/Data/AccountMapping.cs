using Madoguchi.Residents.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Residents.Data;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("residents_accounts").HasKey(a => a.Id);
        account.Property(a => a.Version).IsConcurrencyToken();
        Limit(account, 64, nameof(Account.Id), nameof(Account.Prefecture), nameof(Account.City), nameof(Account.Phone));
        Limit(account, 13, nameof(Account.CorporateNumber));
        Limit(account, 8, nameof(Account.PostalCode));
        Limit(account, 200, nameof(Account.Family), nameof(Account.Given), nameof(Account.FamilyKana), nameof(Account.GivenKana),
            nameof(Account.Town), nameof(Account.Street), nameof(Account.Building), nameof(Account.Email));
    }

    private static void Limit(EntityTypeBuilder<Account> account, int length, params string[] properties)
    {
        foreach (var property in properties) account.Property(property).HasMaxLength(length);
    }
}
