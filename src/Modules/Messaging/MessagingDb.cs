using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging;

/// <summary>The letters and announcements of the city.</summary>
internal sealed class MessagingDb(DbContextOptions<MessagingDb> options) : ModuleDb(options, "messaging_")
{
    public DbSet<SentLetter> Letters => Set<SentLetter>();

    public DbSet<Announcement> Announcements => Set<Announcement>();
}
