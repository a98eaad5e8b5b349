package curso.cli.assistir;

import curso.bancada.servicos.Servicos;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Mantém de pé, no processo que assiste, os serviços que demoram a subir: quem corrige os recebe por endereço e
/// pode morrer à vontade.
final class ServicosQuentes implements AutoCloseable {

    /// O Redis fica com quem corrige: sobe em 0,2 s, e a bancada se recusa a limpar um que lhe deram por endereço.
    private enum Servico { POSTGRES, MENSAGERIA }

    private final Contexto contexto;
    private final Servicos servicos = Servicos.abrir();

    ServicosQuentes(Contexto contexto) {
        this.contexto = contexto;
    }

    /// Sobe o que falta e devolve os endereços, como variáveis de ambiente. Um serviço que morreu volta noutro endereço.
    Map<String, String> enderecos(Exercicio exercicio) {
        var enderecos = new TreeMap<String, String>();
        for (var servico : usados(exercicio)) {
            switch (servico) {
                case POSTGRES -> enderecos.put("CURSO_POSTGRES_URL", servicos.postgres().url());
                case MENSAGERIA -> enderecos.put("CURSO_AMQP_URL", servicos.mensageria().url());
            }
        }
        return enderecos;
    }

    /// O teste diz o que usa pelo que importa. Um uso que escape daqui só custa tempo: a JVM da correção sobe o seu.
    private List<Servico> usados(Exercicio exercicio) {
        var casa = contexto.casa();
        var fontes = casa.fontesDaCorrecao(exercicio.aula(), exercicio.ficha(), casa.exercicio(exercicio.aula(), exercicio.ficha()));
        var texto = new StringBuilder();
        // Um arquivo apagado é recusado por quem corrige, que sabe dizer como trazê-lo de volta.
        for (var fonte : fontes.stream().filter(Files::isRegularFile).toList()) {
            try {
                // Só interessam os nomes importados, iguais em qualquer codificação.
                texto.append(Files.readString(fonte, StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException("não consegui ler " + fonte + ": " + e.getMessage(), e);
            }
        }
        var importados = texto.toString();
        return List.of(Servico.values()).stream().filter(s -> switch (s) {
            case POSTGRES -> importados.contains("servicos.Banco;") || importados.contains("servicos.Postgres;");
            case MENSAGERIA -> importados.contains("servicos.Mensageria;");
        }).toList();
    }

    @Override
    public void close() {
        servicos.close();
    }
}
