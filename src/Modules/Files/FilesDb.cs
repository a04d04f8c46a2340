using Madoguchi.Files.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Files;

/// <summary>Stored files and what they are attached to.</summary>
internal sealed class FilesDb(DbContextOptions<FilesDb> options) : ModuleDb(options, "files_")
{
    public DbSet<CityFile> Files => Set<CityFile>();

    public DbSet<FileLink> Links => Set<FileLink>();
}
