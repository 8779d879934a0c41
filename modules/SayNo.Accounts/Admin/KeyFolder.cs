using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SayNo.Accounts.Admin;

/// <summary>Keeps the keys that sign forms and sessions in a folder of the site, readable by its user alone, so that they outlive a restart.</summary>
public sealed class KeyFolder(IConfiguration settings, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    /// <summary>The setting that names the folder; nodes of one site share one.</summary>
    public const string Setting = "SayNo:KeyFolder";

    public const string Default = "App_Data/keys";

    public void Configure(KeyManagementOptions options) => options.XmlRepository = new PrivateFiles(new(settings[Setting] ?? Default), loggers);

    /// <summary>The framework makes the folder when it first reads it, with the usual rights; keys in clear text ask for more care.</summary>
    private sealed class PrivateFiles(DirectoryInfo folder, ILoggerFactory loggers) : FileSystemXmlRepository(folder, loggers)
    {
        public override IReadOnlyCollection<XElement> GetAllElements()
        {
            if (!OperatingSystem.IsWindows())
            {
                System.IO.Directory.CreateDirectory(Directory.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return base.GetAllElements();
        }
    }
}
