using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SayNo.Content.Auditing;
using SayNo.Content.Exchanging;
using SayNo.Content.Previewing;
using SayNo.Content.Published;
using SayNo.Content.Publishing;
using SayNo.Content.Reading;
using SayNo.Content.Recipes;
using SayNo.Content.Releases;
using SayNo.Content.Reviewing;
using SayNo.Content.Sources;
using SayNo.Content.Storage;
using SayNo.Content.Translating;
using SayNo.Content.Translating.Files;

namespace SayNo.Content;

/// <summary>Adds the engine to a program: storage, the verbs of publishing, and the published picture that follows the change log.</summary>
public static class ContentEngine
{
    public static IServiceCollection AddContentEngine(this IServiceCollection services, CmsDatabase database, ContentEngineOptions? options = null)
    {
        services.AddSingleton(options ?? new());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton<CmsSchema>();
        services.AddSingleton<WriteTurns>();
        services.AddSingleton<ChangeSignal>();
        services.TryAddSingleton<PublishedContent>();
        services.AddSingleton<PictureReader>();
        services.AddSingleton<ChangeFollower>();
        services.AddSingleton<Rights>();
        services.AddSingleton<AuditLog>();
        services.AddScoped<AuditTrail>();
        services.AddCmsDb<CmsDb>(CmsDb.HistoryTable);
        services.AddScoped<ChangeLog>();
        services.AddTransient<ContentBatch>();
        services.TryAddSingleton(UnwantedWords.None);
        services.AddSingleton<ReadingAdvice>();
        services.AddTransient<ContentCheck>();
        services.AddTransient<RecipeRunner>();
        services.AddTransient<RecipeExport>();
        services.AddScoped<ContentImport>();
        services.AddScoped<ContentDrafts>();
        services.AddScoped<ContentPublisher>();
        services.AddScoped<Comments>();
        services.AddScoped<AutoSaves>();
        services.AddScoped<ContentHistory>();
        services.AddScoped<PreviewLinks>();
        services.AddScoped<PreviewPictures>();
        services.AddScoped<Origins>();
        services.AddScoped<SourceTexts>();
        services.AddScoped<SourceConfirmation>();
        services.AddSingleton<RememberedComparisons>();
        services.AddScoped<TranslationStates>();
        services.AddScoped<Translations>();
        services.AddScoped<TranslationExport>();
        services.AddScoped<TranslationImport>();
        services.AddScoped<PublishCheck>();
        services.AddScoped<PublishOutlooks>();
        services.AddScoped<ContentReview>();
        services.AddScoped<ContentOrder>();
        services.AddScoped<ContentWithdrawal>();
        services.AddScoped<ContentSchedule>();
        services.AddScoped<DueJobs, DueTexts>();
        services.AddScoped<DueJobs, DueReleases>();
        services.AddScoped<ContentReleases>();
        services.AddScoped<ReleaseCheck>();
        services.AddScoped<ReleasePublisher>();
        services.AddScoped<ReleaseList>();
        services.AddScoped<ReleasePreviews>();
        services.AddSingleton<ScheduleSignal>();
        services.AddSingleton<ScheduleMeter>();
        services.AddSingleton<ScheduleRunner>();

        // Services stop in the reverse order: the keeper must be able to write the follower's last picture.
        services.AddSingleton<IHostedService, PictureKeeper>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ChangeFollower>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ScheduleRunner>());

        return services;
    }

    /// <summary>Lets a module's own DbContext live in the site's database, with its own hand-written migrations.</summary>
    /// <typeparam name="TContext">The context; its migrations are found in its assembly.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="historyTable">The table that says which of its migrations have run; no other context may use it.</param>
    public static IServiceCollection AddCmsDb<TContext>(this IServiceCollection services, string historyTable)
        where TContext : DbContext
    {
        services.AddDbContextFactory<TContext>((provider, options) => provider.GetRequiredService<CmsDatabase>().Use(options, historyTable));
        services.AddSingleton(provider => new CmsTables(
            typeof(TContext), historyTable, () => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext()));

        return services;
    }
}
