using Madoguchi.Insights.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Insights;

/// <summary>The module's own tables: sums and answers, of nobody.</summary>
internal sealed class InsightsDb(DbContextOptions<InsightsDb> options) : ModuleDb(options, "insights_")
{
    public DbSet<FormCount> FormCounts => Set<FormCount>();

    public DbSet<Rating> Ratings => Set<Rating>();
}
