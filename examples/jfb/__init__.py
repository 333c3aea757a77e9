"""The app of js-framework-benchmark (keyed): https://github.com/krausest/js-framework-benchmark."""
