using Madoguchi.Residents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Residents;

internal sealed class ResidentsDb(DbContextOptions<ResidentsDb> options) : ModuleDb(options, "residents_")
{
    public DbSet<Account> Accounts => Set<Account>();
}
