using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging;

/// <summary>The letters of the city.</summary>
internal sealed class MessagingDb(DbContextOptions<MessagingDb> options) : ModuleDb(options, "messaging_")
{
    public DbSet<SentLetter> Letters => Set<SentLetter>();
}
