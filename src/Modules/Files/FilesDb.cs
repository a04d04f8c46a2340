using Madoguchi.Files.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Files;

/// <summary>Stored files and what they are attached to.</summary>
internal sealed class FilesDb(DbContextOptions<FilesDb> options) : ModuleDb(options, "files_")
{
    /// <summary>Every file; who may open one is asked by the endpoints through <see cref="Contracts.IFileReaders"/>.</summary>
    public DbSet<CityFile> All => Set<CityFile>();

    public DbSet<FileLink> Links => Set<FileLink>();
}
