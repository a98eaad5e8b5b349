package curso.cli.assistir;

import curso.bancada.correcao.ServicoUsado;
import curso.bancada.servicos.Servicos;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Mantém de pé, no processo que assiste, os serviços que demoram a subir: quem corrige os recebe por endereço e
/// pode morrer à vontade. O Redis fica com quem corrige: sobe depressa, e a bancada se recusa a limpar um que lhe deram.
final class ServicosQuentes implements AutoCloseable {

    private final Contexto contexto;
    private final Servicos servicos = Servicos.paraTestes();

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

    private Set<ServicoUsado> usados(Exercicio exercicio) {
        var casa = contexto.casa();
        return ServicoUsado.em(casa.fontesDaCorrecao(exercicio.aula(), exercicio.ficha(), casa.exercicio(exercicio.aula(), exercicio.ficha())));
    }

    @Override
    public void close() {
        servicos.close();
    }
}
