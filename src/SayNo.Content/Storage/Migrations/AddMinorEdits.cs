using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SayNo.Content.Storage.Migrations;

/// <summary>Lets a version say that it means the same as the one before it.</summary>
[DbContext(typeof(CmsDb))]
[Migration("20261123_2_AddMinorEdits")]
public sealed class AddMinorEdits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Replaces", "Versions", nullable: true);
}
